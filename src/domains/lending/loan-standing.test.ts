import { describe, expect, it } from 'vitest';
import { instalmentBetween, standingOf } from './loan-standing.ts';

/** Three weeks of 40,000 principal and 10,000 interest. */
const schedule = {
  dueOn: ['2026-01-12', '2026-01-19', '2026-01-26'],
  principalDue: [40_000n, 80_000n, 120_000n],
  interestDue: [10_000n, 20_000n, 30_000n],
};
const nothing = { principal: 0n, interest: 0n };
const oneAndAHalf = { principal: 50_000n, interest: 20_000n };

/** due, overdue, days late, next due date, what makes it whole, instalments paid, payoff */
function line(paid: { principal: bigint; interest: bigint }, on: string): string {
  const now = standingOf(schedule, paid, on);
  return [
    now.dueRupiah,
    now.overdueRupiah,
    now.overdueDays,
    now.nextDueOn ?? 'none',
    now.nextDueRupiah,
    now.paidInstalments,
    now.payoffRupiah,
  ].join(' ');
}

describe('A loan on a day', () => {
  it.each([
    [
      'before the first instalment',
      { paid: nothing, on: '2026-01-11' },
      '0 0 0 2026-01-12 50000 0 150000',
    ],
    [
      'on its first due date',
      { paid: nothing, on: '2026-01-12' },
      '50000 0 0 2026-01-12 50000 0 150000',
    ],
    ['a day later', { paid: nothing, on: '2026-01-13' }, '50000 50000 1 2026-01-12 50000 0 150000'],
    [
      'on the second due date, nothing paid',
      { paid: nothing, on: '2026-01-19' },
      '100000 50000 7 2026-01-12 50000 0 150000',
    ],
    [
      'half of the second paid',
      { paid: oneAndAHalf, on: '2026-01-20' },
      '30000 30000 1 2026-01-19 30000 1 80000',
    ],
    [
      'long after the end',
      { paid: nothing, on: '2026-03-01' },
      '150000 150000 48 2026-01-12 50000 0 150000',
    ],
    [
      'paid ahead',
      { paid: { principal: 80_000n, interest: 20_000n }, on: '2026-01-12' },
      '0 0 0 2026-01-26 50000 2 50000',
    ],
    [
      'paid off',
      { paid: { principal: 120_000n, interest: 30_000n }, on: '2026-03-01' },
      '0 0 0 none 0 3 0',
    ],
  ])('%s', (_, { paid, on }, expected) => {
    expect(line(paid, on)).toBe(expected);
  });
});

describe('The instalment of a meeting', () => {
  it('is what fell due since the last one, without older arrears', () => {
    expect(instalmentBetween(schedule, nothing, { after: '2026-01-12', until: '2026-01-19' })).toBe(
      50_000n,
    );
  });

  it('is two weeks after a week without a meeting', () => {
    expect(instalmentBetween(schedule, nothing, { after: '2026-01-05', until: '2026-01-19' })).toBe(
      100_000n,
    );
  });

  it('is only what is left when some was paid ahead', () => {
    expect(
      instalmentBetween(schedule, oneAndAHalf, { after: '2026-01-12', until: '2026-01-19' }),
    ).toBe(30_000n);
    expect(
      instalmentBetween(
        schedule,
        { principal: 120_000n, interest: 30_000n },
        { after: '2026-01-12', until: '2026-01-19' },
      ),
    ).toBe(0n);
  });
});
