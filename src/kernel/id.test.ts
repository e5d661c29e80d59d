import { describe, expect, it } from 'vitest';
import { formatId, isId, newId } from './id.ts';

describe('An id', () => {
  it('is a UUIDv7', () => {
    const id = newId();
    expect(isId(id)).toBe(true);
    expect(Math.abs(parseInt(id.replace('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(
      1000,
    );
  });

  it('comes after every id made before it, even within one millisecond', () => {
    const ids = Array.from({ length: 20_000 }, () => newId());
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same from the same parts', () => {
    const bytes = new Uint8Array(8).fill(255);
    expect(formatId(Date.UTC(2026, 10, 22), 1, bytes)).toBe('01a2008d-7400-7001-bfff-ffffffffffff');
    expect(isId(formatId(0, 4095, bytes))).toBe(true);
  });

  it.each([
    '',
    'not-an-id',
    '6f9619ff-8b86-4011-b42d-00c04fc964ff',
    '019AA862-3400-7001-BFFF-FFFFFFFFFFFF',
    '01a2008d-7400-7001-cfff-ffffffffffff',
    "01a2008d-7400-7001-bfff-ffffffffffff'--",
    7,
    null,
  ])('is not %s', (text) => {
    expect(isId(text)).toBe(false);
  });
});
