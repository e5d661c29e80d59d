import { expect, test } from 'vitest';
import { PersonIndex, type KnownPerson, type RowTraits } from './person-index.ts';

const traits = (at: number, change: Partial<RowTraits> = {}): RowTraits => ({
  name: `Warga ${at}`,
  nameKey: `warga ${at}`,
  nik: null,
  bornOn: '1970-01-01',
  phone: null,
  place: null,
  business: null,
  rowKey: `row ${at}`,
  ...change,
});

const asKnown = (
  { business: _, rowKey: _key, ...own }: RowTraits,
  number: number,
): KnownPerson => ({
  ...own,
  ref: { kind: 'row', number },
  businesses: [],
});

function indexOf(people: number): PersonIndex {
  const index = new PersonIndex();
  for (let at = 0; at < people; at++) index.add(asKnown(traits(at), at));
  return index;
}

test('a birth date few share finds a name a letter apart', () => {
  expect(indexOf(12).match(traits(0, { nameKey: 'warga 1x', rowKey: 'other' }))).toMatchObject({
    kind: 'review',
    why: 'birth-near-name',
  });
});

test('a birth date half a list shares, the first of January of 1970, finds nobody', () => {
  expect(indexOf(300).match(traits(0, { nameKey: 'warga 1x', rowKey: 'other' }))).toEqual({
    kind: 'new',
  });
});
