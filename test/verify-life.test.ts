import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { verifyCity } from '../src/verify.ts';

const { charge, does, house, later, on, pay, reverseLast, twoPeople } = useLoan();

beforeEach(async () => {
  later(8);
  await charge(2_000);
  await pay(60_000);
  await reverseLast();
  await twoPeople('waive', { part: 'penalty', amountRupiah: '500', reason: 'musibah' });
  await twoPeople('write-off-loan', { document: 'SK 1/2026', reason: 'pindah tanpa alamat' });
  await does('record-recovery', { recoveryId: newId(), amountRupiah: '10000', on: on() });
});

async function differences(): Promise<Record<string, string>> {
  const checks = await verifyCity(house.app, testCity);
  return Object.fromEntries(
    checks.flatMap((c) => (c.difference === null ? [] : [[c.name, c.difference]])),
  );
}

describe('verify, on a loan that much happened to', () => {
  it.each([
    [
      'a charge',
      'lending.charge',
      'amount_rupiah = amount_rupiah + $1',
      'loans’ lives',
      /was charged/,
    ],
    [
      'a waiver',
      'lending.loan_event',
      `amount_rupiah = amount_rupiah + case kind when 'waiver' then $1 else 0 end`,
      'loans’ lives',
      /was waived/,
    ],
    [
      'a recovery',
      'lending.loan_event',
      `amount_rupiah = amount_rupiah + case kind when 'recovery' then $1 else 0 end`,
      'loans’ lives',
      /claimed after a write-off/,
    ],
    [
      'a written-off sum',
      'lending.loan',
      'written_off_principal = written_off_principal + $1',
      'loans',
      /./,
    ],
    [
      'a reversal',
      'lending.repayment',
      'principal = principal + case when reverses_id is null then 0 else $1 end',
      'loans',
      /says principal paid/,
    ],
  ])('finds %s that was changed', async (_what, table, change, check, sentence) => {
    expect(await differences()).toEqual({});
    const { owner } = house.app.pools;
    const changed = (by: number) =>
      owner.query(`update ${table} set ${change.replace('$1', String(by))}`);
    await changed(7);
    const found = await differences();
    await changed(-7);
    expect(found[check]).toMatch(sentence);
    expect(await differences()).toEqual({});
  });
});
