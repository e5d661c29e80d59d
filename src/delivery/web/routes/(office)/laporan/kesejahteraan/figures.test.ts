import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { isSmall } from '#kernel/small-cells.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { welfareColumns } from './columns.ts';
import { welfareFigures } from './figures.ts';

const house = useHouse('2026-11-18T02:00:00Z');
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false, size: 12 });
});

const cellsOf = async () => {
  const { rows, city } = await house.app.read(testCity, welfareFigures);
  return [...rows, city].flatMap((row) => welfareColumns.map((column) => row[column]));
};

/** Brings a decile list of so many of the group, found by name and day of birth. */
async function poor(count: number, quarter: string): Promise<void> {
  const { rows: people } = await house.app.pools.owner.query<{ name: string; born: string }>(
    `select name, born_on::text as born from registry.person where id = any ($1) order by id limit $2`,
    [melati.members.map(({ id }) => id), count],
  );
  const listId = newId();
  await house.does(melati.officer, 'registry.read-people-list', {
    ...{ listId, kind: 'decile', title: 'DTSEN', fileName: 'dtsen.csv', givenOn: '2026-11-01' },
    ...{ quarter, whole: true },
    rows: people.map(({ name, born }, at) => ({
      ...{ number: at + 1, name, nik: null, kk: null, bornOn: born, kelurahanCode: null },
      ...{ relation: null, decile: 1 },
    })),
  });
  await house.does(melati.officer, 'registry.apply-people-list', { listId });
}

test('of three poor families nothing is shown that points at them, not in the kecamatan and not beside the total', async () => {
  await poor(3, '2026-Q1');
  const cells = await cellsOf();
  expect(cells.filter((cell) => cell !== null && isSmall(cell))).toEqual([]);
  const { rows, city } = await house.app.read(testCity, welfareFigures);
  expect(rows.map((row) => row.poor)).toContain(null);
  expect(city.poor).toBeNull();
});

test('of eight the city tells the count', async () => {
  await poor(8, '2026-Q2');
  const cells = await cellsOf();
  expect(cells.filter((cell) => cell !== null && isSmall(cell))).toEqual([]);
  expect((await house.app.read(testCity, welfareFigures)).city.poor).toBe(8);
});
