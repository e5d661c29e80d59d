import { beforeAll, describe, expect, it } from 'vitest';
import { verifyBooks } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
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
  await year.divideByParts();
});

const pay = (name: string, paidTo: 'cash' | 'savings', by = year.books.cashier) =>
  house.does(by, 'savings.pay-shu', {
    institutionId: year.books.institutionId,
    journalId: newId(),
    year: 2025,
    personId: year.melati.member(name).id,
    paidTo,
  });

async function balanceOf(control: string): Promise<bigint> {
  const { rows } = await house.app.pools.owner.query<{ balance: string }>(
    'select coalesce(sum(balance), 0)::text as balance from ledger.account where book_id = $1 and control = $2',
    [year.books.bookId, control],
  );
  return BigInt(rows[0]?.balance ?? 0);
}

describe('An SHU kept as payable', () => {
  it('cannot be fetched before it was divided among members', async () => {
    expect(await refusedAs(pay('Siti', 'cash'))).toBe('savings.shu-not-payable');
  });

  it('is fetched by each member once, in cash or onto her savings, and the books still add up', async () => {
    await year.share('payable');
    const till = await balanceOf('Aset:Kas:Brankas');
    const saved = await balanceOf('Kewajiban:Simpanan Sukarela');
    expect(await pay('Siti', 'cash')).toMatchObject({ amountRupiah: '300000' });
    expect(await pay('Rohani', 'savings')).toMatchObject({ amountRupiah: '100000' });
    expect((await balanceOf('Aset:Kas:Brankas')) - till).toBe(-300_000n);
    expect((await balanceOf('Kewajiban:Simpanan Sukarela')) - saved).toBe(-100_000n);
    expect(await refusedAs(pay('Siti', 'savings'))).toBe('savings.shu-fetched');
    const members = await house.app.read(testCity, (db) =>
      listShuMembers(db, { institutionId: year.books.institutionId, year: 2025 }),
    );
    expect(members.map((one) => [one.name, one.paid])).toEqual([
      ['Rohani', { on: '2026-01-05', to: 'savings' }],
      ['Siti Aminah', { on: '2026-01-05', to: 'cash' }],
    ]);
    const checks = await house.app.read(testCity, verifyBooks);
    expect(checks.filter((check) => check.difference !== null)).toEqual([]);
  });

  it('is nobody’s who has no share, and handed out only at that lender’s counter', async () => {
    expect(await refusedAs(pay('Emi', 'cash'))).toBe('savings.no-share');
    expect(await refusedAs(pay('Emi', 'cash', year.books.auditor))).toBe('command.not-allowed');
  });
});
