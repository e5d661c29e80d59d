import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundShuYear } from '#test/worlds/shu-year.ts';
import { verifyCity } from '../src/verify.ts';

const house = useHouse('2025-01-01T02:00:00Z');

beforeAll(async () => {
  const year = await foundShuYear(house);
  await year.divideByParts();
  await year.share('payable');
  for (const [name, paidTo] of [
    ['Siti', 'cash'],
    ['Rohani', 'savings'],
  ] as const)
    await house.does(year.books.cashier, 'savings.pay-shu', {
      institutionId: year.books.institutionId,
      journalId: newId(),
      year: 2025,
      personId: year.melati.member(name).id,
      paidTo,
    });
});

async function differences(): Promise<Record<string, string>> {
  const checks = await verifyCity(house.app, testCity);
  return Object.fromEntries(
    checks.flatMap((c) => (c.difference === null ? [] : [[c.name, c.difference]])),
  );
}

describe('verify, on an SHU that members fetched', () => {
  it('finds nothing while all is sound', async () => {
    expect(await differences()).toEqual({});
  });

  it.each([
    [
      'a year that says it divided more',
      'ledger.shu_distribution',
      'total_rupiah = total_rupiah + 1',
      'total_rupiah = total_rupiah - 1',
      'SHU distributions',
      /says .*, its journal moved/,
    ],
    [
      'a division of another sum',
      'savings.shu_division',
      'total_rupiah = total_rupiah + 1',
      'total_rupiah = total_rupiah - 1',
      'SHU divisions',
      /its shares sum to/,
    ],
    [
      'a share that was changed',
      'savings.shu_share',
      'amount_rupiah = amount_rupiah + 1',
      'amount_rupiah = amount_rupiah - 1',
      'SHU payments',
      /has shares of/,
    ],
    [
      'a payment that was changed',
      'savings.shu_payment',
      'amount_rupiah = amount_rupiah + 1',
      'amount_rupiah = amount_rupiah - 1',
      'SHU payments',
      /was paid 100001, has shares of 100000/,
    ],
    [
      'a payment that says the other way',
      'savings.shu_payment',
      `paid_to = case paid_to when 'cash' then 'savings' else 'cash' end`,
      `paid_to = case paid_to when 'cash' then 'savings' else 'cash' end`,
      'SHU payments',
      /her savings differ/,
    ],
    [
      'a movement of savings that was changed',
      'savings.movement',
      'amount_rupiah = amount_rupiah + 1',
      'amount_rupiah = amount_rupiah - 1',
      'savings',
      /in the books, its movements sum to/,
    ],
  ])('finds %s', async (_what, table, spoil, mend, check, words) => {
    const { owner } = house.app.pools;
    await owner.query(`update ${table} set ${spoil}`);
    expect((await differences())[check]).toMatch(words);
    await owner.query(`update ${table} set ${mend}`);
    expect(await differences()).toEqual({});
  });
});
