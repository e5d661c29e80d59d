import { expect, test } from 'vitest';
import { drawInvitations, sharePlaces } from './fair-draw.ts';
import type { Standing } from './fair-draw.ts';

const stands = (personId: string, kelurahan: string | null, womenHeaded = false): Standing => ({
  personId,
  kelurahan,
  womenHeaded,
});
const pool = [
  stands('siti', 'A', true),
  stands('rohani', 'A'),
  stands('emi', 'A'),
  stands('dewi', 'B'),
  stands('yus', 'B'),
  stands('nur', null),
];
/** A lot by the name backwards: not the order of the list, and the same every time. */
const lotOf = (personId: string) => Array.from(personId).toReversed().join('');
const draw = { places: 3, womenFirst: false, lotOf };

test('gives the same list again, in whatever order people are handed in', () => {
  const once = drawInvitations(pool, draw);
  expect(drawInvitations(pool.toReversed(), draw)).toEqual(once);
  expect(once.filter((one) => one.chosen).map((one) => one.personId)).toHaveLength(3);
});

test('shares places by how many stand in each kelurahan, to the last one', () => {
  expect(
    sharePlaces(
      new Map([
        ['A', 3],
        ['B', 2],
        ['', 1],
      ]),
      3,
    ),
  ).toEqual(
    new Map([
      ['', 1],
      ['A', 1],
      ['B', 1],
    ]),
  );
  expect(
    [
      ...sharePlaces(
        new Map([
          ['A', 10],
          ['B', 1],
        ]),
        5,
      ).values(),
    ].toSorted(),
  ).toEqual([0, 5]);
  expect(sharePlaces(new Map([['A', 2]]), 9)).toEqual(new Map([['A', 2]]));
});

test('keeps the others as a reserve, by rank within their kelurahan', () => {
  const ranks = drawInvitations(pool, draw).filter((one) => one.kelurahan === 'A');
  expect(ranks.map(({ rank, chosen }) => [rank, chosen])).toEqual([
    [1, true],
    [2, false],
    [3, false],
  ]);
});

test('puts women-headed families first where the rule says so', () => {
  const first = (womenFirst: boolean) =>
    drawInvitations(pool, { ...draw, womenFirst }).find((one) => one.kelurahan === 'A')?.personId;
  expect([first(false), first(true)]).toEqual(['emi', 'siti']);
});
