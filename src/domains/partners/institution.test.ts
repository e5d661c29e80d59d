import { expect, test } from 'vitest';
import { isLender, mayKeepBooks } from './institution.ts';

test('a cooperative may have its books kept here or keep them itself', () => {
  expect(mayKeepBooks('cooperative', 'kept-here')).toBe(true);
  expect(mayKeepBooks('cooperative', 'kept-by-partner')).toBe(true);
  expect(mayKeepBooks('cooperative', 'none')).toBe(false);
});

test('a bank, a BPR and PNM keep their own books', () => {
  for (const kind of ['bank', 'bpr', 'pnm'] as const) {
    expect(mayKeepBooks(kind, 'kept-here')).toBe(false);
    expect(mayKeepBooks(kind, 'kept-by-partner')).toBe(true);
  }
});

test('a department has no loan books', () => {
  expect(isLender('department')).toBe(false);
  expect(mayKeepBooks('department', 'none')).toBe(true);
  expect(mayKeepBooks('department', 'kept-by-partner')).toBe(false);
});
