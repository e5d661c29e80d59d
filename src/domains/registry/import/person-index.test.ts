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

test('of many namesakes who contradict the row, the one who does not is meant', () => {
  const index = new PersonIndex();
  const siti = (at: number, nik: string) =>
    asKnown(traits(at, { nameKey: 'siti aminah', phone: '+628111111111', nik }), at);
  for (let at = 0; at < 5; at++) index.add(siti(at, `nik ${at}`));
  const row = traits(9, { nameKey: 'siti aminah', phone: '+628111111111', rowKey: 'other' });
  expect(index.match({ ...row, nik: 'nik of nobody' })).toMatchObject({ why: 'contradicts' });
  index.add({ ...siti(7, ''), nik: null });
  expect(index.match({ ...row, nik: 'nik of nobody' })).toMatchObject({
    kind: 'same',
    known: { ref: { number: 7 } },
  });
});

test('a name at one place of more people than anybody could tell apart finds nobody', () => {
  const index = new PersonIndex();
  const row = (at: number) =>
    traits(at, { nameKey: 'siti aminah', bornOn: null, place: '99.01', nik: `nik ${at}` });
  for (let at = 0; at < 300; at++) index.add(asKnown(row(at), at));
  expect(index.match({ ...row(400), nik: null })).toEqual({ kind: 'new' });
});
