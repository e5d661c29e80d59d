import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('phones take turns: two at once, in the order they came, also behind one that failed', async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = [0, 1, 2, 3].map((nth) =>
    turns.take(async () => {
      begun.push(nth);
      await new Promise<void>((end) => (ends[nth] = end));
      if (nth === 1) throw new Error('broken off');
    }),
  );
  const settled = Promise.allSettled(all);
  expect(begun).toEqual([0, 1]);
  ends[1]?.();
  await expect(all[1]).rejects.toThrow('broken off');
  expect(begun).toEqual([0, 1, 2]);
  ends[0]?.();
  await all[0];
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[2]?.();
  ends[3]?.();
  expect((await settled).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(await turns.take(() => Promise.resolve('free again'))).toBe('free again');
});
