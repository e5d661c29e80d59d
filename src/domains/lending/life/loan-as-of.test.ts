import { describe, expect, it } from 'vitest';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { makeSchedule } from '../repayment-schedule.ts';
import { loanAsOf } from './loan-as-of.ts';
import { replayLife } from './loan-life.ts';
import type { EntryKind, LifeEntry, LoanInHand } from './loan-life.ts';
import { payoffQuote } from './plan-repayment.ts';

const nothing = { principal: 0n, interest: 0n, fee: 0n, penalty: 0n, overpaid: 0n };

function entry(id: string, on: string, more: Partial<LifeEntry> & { kind: EntryKind }): LifeEntry {
  return {
    id,
    on,
    amountRupiah: 0n,
    part: null,
    moved: nothing,
    dueOn: null,
    scheduleVersion: null,
    reversesId: null,
    coverId: null,
    causedBy: null,
    ...more,
  };
}

const first = makeSchedule({
  product: weeklyTerms,
  principal: 2_000_000n,
  disbursedOn: '2026-01-05',
});
const second = {
  ...first,
  dueOn: first.dueOn.map((day, i) => (i < 4 ? day : `2027-${day.slice(5)}`)),
};

// Two instalments paid in time, the second reversed on 2 February, new terms on 10 February.
const loan = {
  disbursedOn: '2026-01-05',
  versions: [first, second],
  terms: weeklyTerms,
  entries: [
    entry('d', '2026-01-05', { kind: 'disbursement', scheduleVersion: 1 }),
    entry('a', '2026-01-12', { kind: 'repayment', amountRupiah: 50_000n }),
    entry('b', '2026-01-19', { kind: 'repayment', amountRupiah: 50_000n }),
    entry('x', '2026-02-02', { kind: 'reversal', reversesId: 'b' }),
    entry('r', '2026-02-10', { kind: 'restructure', scheduleVersion: 2 }),
  ],
} as unknown as LoanInHand;

const paidOn = (day: string) => {
  const { principal, interest } = replayLife(loanAsOf(loan, day), day).paid;
  return principal + interest;
};

describe('A loan on a past day', () => {
  it('has what was paid until then, a reversal counting from its own day', () => {
    expect(paidOn('2026-01-11')).toBe(0n);
    expect(paidOn('2026-01-12')).toBe(50_000n);
    expect(paidOn('2026-02-01')).toBe(100_000n);
    expect(paidOn('2026-02-02')).toBe(50_000n);
  });

  it('has the schedule that was in force then', () => {
    expect(loanAsOf(loan, '2026-02-09').versions).toEqual([first]);
    expect(loanAsOf(loan, '2026-02-10').versions).toEqual([first, second]);
  });

  it('has the sums that stood then, so that its payoff is the one of that day', () => {
    const fee = { kind: 'fee', amountRupiah: 1_250n, dueOn: '2026-02-09' } as const;
    const charged = { ...loan, entries: [...loan.entries, entry('f', '2026-02-03', fee)] };
    const payoffOn = (on: string) =>
      payoffQuote(loanAsOf({ ...charged, state: 'closed', closedOn: '2026-02-10' }, on), {
        on,
        interest: 'whole-plan',
      }).totalRupiah;
    const all = (first.principalDue.at(-1) ?? 0n) + (first.interestDue.at(-1) ?? 0n);
    expect(payoffOn('2026-01-11')).toBe(all);
    expect(payoffOn('2026-01-20')).toBe(all - 100_000n);
    expect(payoffOn('2026-02-02')).toBe(all - 50_000n);
    expect(payoffOn('2026-02-03')).toBe(all - 50_000n + 1_250n);
    expect(
      loanAsOf({ ...charged, state: 'closed', closedOn: '2026-02-10' }, '2026-02-09').state,
    ).toBe('active');
  });
});
