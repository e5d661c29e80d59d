import { beforeAll, expect, it } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { growLoans, payInstalments } from '../bench/grow-loans.ts';
import type { GrownBook } from '../bench/grow-loans.ts';
import { verifyCity } from '../src/verify.ts';

const house = useHouse('2026-12-30T01:00:00Z');
let book: GrownBook;
let before: string[];

async function indexes(): Promise<string[]> {
  const { rows } = await house.app.pools.owner.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where schemaname in ('lending', 'ledger') order by 1`,
  );
  return rows.map(({ indexdef }) => indexdef);
}

beforeAll(async () => {
  before = await indexes();
  book = await growLoans(house.app.pools.owner, { loans: 700, day: '2026-06-10' });
});

const close = (day: string) =>
  house.does(systemActor, 'lending.close-day', { bookId: book.bookId, day });

it('grows a book to measure on whose every figure is as if it had been lived', async () => {
  await close('2026-06-09');
  const paid = await payInstalments(house.app.pools.owner, book, '2026-06-10');
  expect(paid).toBeGreaterThan(100);
  await close('2026-06-10');
  const checks = await verifyCity(house.app, testCity);
  expect(checks.filter(({ difference }) => difference !== null)).toEqual([]);
  expect(checks.find(({ name }) => name === 'day close')).toMatchObject({ counted: 700 });
});

it('leaves every index as it was', async () => {
  expect(await indexes()).toEqual(before);
});
