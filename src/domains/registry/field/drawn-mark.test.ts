import { describe, expect, test } from 'vitest';
import { markPattern, pathOfMark, pathOfThumb } from './drawn-mark.ts';

const line = (from: number, to: number) =>
  Array.from({ length: 200 }, (_, i) => ({ x: from + ((to - from) * i) / 199, y: 80 }));

describe('a mark drawn on the screen', () => {
  test('is a path with a point every two units at most', () => {
    const path = pathOfMark([line(10, 110), [{ x: 200, y: 20 }]]);
    expect(path).toMatch(markPattern);
    expect(path?.split('M')).toHaveLength(3);
    expect(path?.split('L').length).toBeLessThan(60);
  });

  test('that is only a slip of the finger is none', () => {
    expect(pathOfMark([[{ x: 10, y: 10 }], [{ x: 20, y: 20 }]])).toBeNull();
    expect(pathOfMark([])).toBeNull();
  });

  test('however long, fits what is kept', () => {
    const scribble = Array.from({ length: 20_000 }, (_, i) => ({ x: i % 320, y: (i * 7) % 160 }));
    const path = pathOfMark([scribble]) ?? '';
    expect(path).toMatch(markPattern);
    expect(path.length).toBeLessThanOrEqual(20_000);
  });

  test('of a thumb is the oval where it lay', () => {
    const path = pathOfThumb({ x: 160, y: 80, rx: 24, ry: 32 });
    expect(path).toMatch(markPattern);
    expect(path.startsWith('M184 80')).toBe(true);
  });
});
