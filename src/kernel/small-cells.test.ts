import { expect, test } from 'vitest';
import { isSmall, protectCells, protectParts } from './small-cells.ts';

/** Every row of `cells` numbers from nought to `most`. */
function allCounts(cells: number, most: number): number[][] {
  if (cells === 0) return [[]];
  return allCounts(cells - 1, most).flatMap((head) =>
    Array.from({ length: most + 1 }, (_, last) => [...head, last]),
  );
}

/** Whoever knows the rule, the total and what was published: which values can each place have? */
function attack(published: (counts: number[]) => unknown, counts: number[][]) {
  const seen = new Map<string, Set<number>[]>();
  const keyOf = (row: number[]) =>
    JSON.stringify([published(row), row.reduce((sum, one) => sum + one, 0)]);
  for (const row of counts) {
    const key = keyOf(row);
    const values = seen.get(key) ?? row.map(() => new Set<number>());
    row.forEach((one, at) => values[at]?.add(one));
    seen.set(key, values);
  }
  return (row: number[], at: number) => seen.get(keyOf(row))?.[at]?.size ?? 0;
}

test('a small count is hidden, and the smallest of the others with it', () => {
  expect(protectCells([12, 7, 0])).toEqual([12, 7, 0]);
  expect(protectCells([12, 7, 3])).toEqual([12, null, null]);
  expect(protectCells([30, 12, 3, 2])).toEqual([30, null, null, null]);
  expect(protectCells([0, 3])).toEqual([null, null]);
  expect(protectCells([3])).toEqual([null]);
});

test('no small count can be worked out from the total, even by somebody who knows the rule', () => {
  const all = allCounts(3, 9);
  const possible = attack((row) => protectCells(row), all);
  const found = all.filter((row) => row.some((one, at) => isSmall(one) && possible(row, at) < 2));
  expect(found).toEqual([]);
});

test('neither a small part nor a small remainder of a whole is shown or follows from the totals', () => {
  const wholes = [9, 9, 9];
  const all = allCounts(3, 9);
  const shownOf = (row: number[]) =>
    protectParts(row.map((part, at) => ({ part, whole: wholes[at] ?? 0 }))).map((one) => one.part);
  const total = (row: number[]) => row.reduce((sum, one) => sum + one, 0);
  const small = (part: number, at: number) => isSmall(part) || isSmall((wholes[at] ?? 0) - part);
  for (const row of all.filter((one) => one.some(small))) {
    const shown = shownOf(row);
    const fits = (other: number[]) =>
      total(other) === total(row) &&
      other.every((one, at) => shown[at] === null || shown[at] === one);
    const others = all.filter(fits);
    row.forEach((part, at) => {
      if (!small(part, at)) return;
      expect(shown[at]).toBeNull();
      expect(new Set(others.map((other) => other[at])).size).toBeGreaterThan(1);
    });
  }
});

test('where few live, neither they nor a part of them is told', () => {
  expect(
    protectParts([
      { whole: 3, part: 0 },
      { whole: 40, part: 20 },
      { whole: 30, part: 12 },
    ]),
  ).toEqual([
    { whole: null, part: null },
    { whole: 40, part: 20 },
    { whole: null, part: null },
  ]);
});
