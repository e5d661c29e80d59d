import { expect, it } from 'vitest';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { makeSchedule } from './repayment-schedule.ts';
import { scheduleRows } from './schedule-row.ts';

// A year's rate of as many percent as make a period's interest of Rp 1,000,000 a number to read: count × percent of the
// year's 365 days, 52 weeks or 12 months, whatever the calendar says.
it.each([
  ['every 10 days', { count: 10, unit: 'day' }, '36.5', 10_000n],
  ['every 73 days', { count: 73, unit: 'day' }, '25', 50_000n],
  ['every week', { count: 1, unit: 'week' }, '52', 10_000n],
  ['every 13 weeks', { count: 13, unit: 'week' }, '24', 60_000n],
  ['every month, also of 28 days', { count: 1, unit: 'month' }, '12', 10_000n],
  ['every quarter', { count: 3, unit: 'month' }, '12', 30_000n],
] as const)('Interest %s is its share of the year by count', (_, repayEvery, rate, interest) => {
  for (const interestMethod of ['flat', 'declining'] as const) {
    const rows = scheduleRows(
      makeSchedule({
        product: {
          ...weeklyTerms,
          annualRatePercent: rate,
          rateBasis: 'per-year',
          interestMethod,
          amortization: 'equal-principal',
          installments: 4,
          repayEvery,
        },
        principal: 1_000_000n,
        disbursedOn: '2026-01-31',
      }),
    );
    const left = interestMethod === 'flat' ? [4n, 4n, 4n, 4n] : [4n, 3n, 2n, 1n];
    expect(rows.map((row) => row.interest)).toEqual(left.map((of) => (interest * of) / 4n));
    expect(rows.map((row) => row.principal)).toEqual([250_000n, 250_000n, 250_000n, 250_000n]);
  }
});

it('Half a unit is rounded to the even one, and the last instalment bears what that leaves', () => {
  const parts = (principal: bigint) =>
    scheduleRows(
      makeSchedule({
        product: { ...weeklyTerms, annualRatePercent: '0', installments: 10 },
        principal,
        disbursedOn: '2026-01-05',
      }),
    ).map((row) => Number(row.principal));
  expect(parts(25n)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 7]);
  // Rounded up, it is paid off an instalment early.
  expect(parts(35n)).toEqual([4, 4, 4, 4, 4, 4, 4, 4, 3]);
});
