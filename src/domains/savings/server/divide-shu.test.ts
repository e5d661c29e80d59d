import { beforeAll, expect, test } from 'vitest';
import { verifyBooks } from '#domains/ledger/server/index.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundShuYear } from '#test/worlds/shu-year.ts';
import type { ShuYear } from '#test/worlds/shu-year.ts';
import { listShuMembers } from './shu-store.ts';

const house = useHouse('2025-01-01T02:00:00Z');
let year: ShuYear;

beforeAll(async () => {
  year = await foundShuYear(house);
});

test('an SHU is shared among members only after the meeting divided it by its parts', async () => {
  expect(await refusedAs(year.share())).toBe('savings.shu-not-decided');
});

test('each member gets by her savings at the year’s end, onto her savings, and the books still add up', async () => {
  const { institutionId } = year.books;
  await year.divideByParts();
  expect(await year.share()).toMatchObject({ result: { members: 2, totalRupiah: '400000' } });
  const list = await house.app.read(testCity, (db) =>
    listShuMembers(db, { institutionId, year: 2025 }),
  );
  expect(list.map((one) => [one.name, one.totalRupiah])).toEqual([
    ['Rohani', 100_000n],
    ['Siti Aminah', 300_000n],
  ]);
  const saved = await house.app.pools.owner.query<{ balance: bigint }>(
    `select -l.balance as balance from savings.account a join ledger.account l on l.owner_id = a.id
      where a.person_id = $1 and a.institution_id = $2`,
    [year.melati.member('Siti').id, institutionId],
  );
  expect(saved.rows.map((row) => row.balance)).toEqual([600_000n]);
  const checks = await house.app.read(testCity, (db) => verifyBooks(db));
  expect(checks.filter((check) => check.difference !== null)).toEqual([]);
  expect(await refusedAs(year.share('payable'))).toBe('savings.shu-shared');
});
