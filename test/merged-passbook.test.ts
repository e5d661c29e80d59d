import { beforeAll, expect, test } from 'vitest';
import { readPassbookRows } from '#domains/mentoring/server/index.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';

const house = useHouse('2026-03-11T02:00:00Z');
let melati: Melati;
let siti: string;
let rohani: string;

beforeAll(async () => {
  melati = await foundMelati(house);
  siti = melati.member('Siti').id;
  rohani = melati.member('Rohani').id;
  // Two records of one woman: only one of them ever had her card.
  const { owner } = house.app.pools;
  await owner.query(`delete from registry.identifier where person_id = $1 and kind = 'nik'`, [
    rohani,
  ]);
  await owner.query(`update registry.person set sex = 'female' where id = any ($1)`, [
    [siti, rohani],
  ]);
});

const loansOf = async (personId: string) => {
  const passbook = await house.app.read(testCity, (db) =>
    readPassbookRows(db, { personId, today: '2026-03-11' }),
  );
  return passbook.loans.map((loan) => loan.number).toSorted();
};

test('a passbook opened with either card of somebody recorded twice shows all her loans, until she is two again', async () => {
  const [one, other] = [await loansOf(siti), await loansOf(rohani)];
  expect([one.length, other.length]).toEqual([1, 1]);
  const mergeId = newId();
  const reason = 'KTP yang sama diperlihatkan';
  const body = { mergeId, personId: rohani, intoId: siti, reason };
  await house.does(melati.officer, 'registry.merge-people', body);
  const both = [...one, ...other].toSorted();
  expect(await loansOf(siti)).toEqual(both);
  expect(await loansOf(rohani)).toEqual(both);
  await house.does(melati.officer, 'registry.unmerge-people', { mergeId, reason: 'Dua saudara' });
  expect(await loansOf(siti)).toEqual(one);
  expect(await loansOf(rohani)).toEqual(other);
});
