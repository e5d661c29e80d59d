import { describe, expect, it } from 'vitest';
import { planDeposits } from './deposit.ts';

const account = {
  id: 'account',
  number: 'SS-2026-000001',
  kind: 'voluntary',
  ledgerAccountId: 'leaf',
} as const;
const sheet = {
  on: '2026-04-15',
  businessDate: '2026-04-16',
  journalId: 'journal',
  cashAccountId: 'bag',
  source: 'meeting',
  sourceId: 'meeting',
} as const;
let made = 0;
const newId = () => `id-${(made += 1)}`;

describe('A sheet of deposits', () => {
  it('puts the cash into the bag and the same into her savings', () => {
    const plan = planDeposits({ ...sheet, deposits: [{ account, amountRupiah: 10_000n }] }, newId);
    expect(plan.entries).toEqual([
      { accountId: 'bag', amount: 10_000n },
      { accountId: 'leaf', amount: -10_000n },
    ]);
    expect(plan.movements).toMatchObject([
      { accountId: 'account', amountRupiah: 10_000n, journalId: 'journal' },
    ]);
  });

  it('leaves out what is Rp 0 and takes nothing negative', () => {
    expect(planDeposits({ ...sheet, deposits: [{ account, amountRupiah: 0n }] }, newId)).toEqual({
      entries: [],
      movements: [],
    });
    expect(() =>
      planDeposits({ ...sheet, deposits: [{ account, amountRupiah: -1n }] }, newId),
    ).toThrow(RangeError);
  });
});
