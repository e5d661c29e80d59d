import { describe, expect, it } from 'vitest';
import { makeSchedule } from './repayment-schedule.ts';
import { scheduleRows, totalDue } from './schedule-row.ts';
import type { LoanTerms, ProductTerms } from './terms.ts';

const weeklyFlat: ProductTerms = {
  annualRatePercent: '25',
  rateBasis: 'whole-term',
  interestMethod: 'flat',
  amortization: 'equal-installments',
  installments: 50,
  repayEvery: { count: 1, unit: 'week' },
  interestPeriod: 'same-as-repayment',
  dayCount: { year: '365', month: 'actual' },
  annuity: 'nominal',
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
};
const monthlyAnnuity: ProductTerms = {
  ...weeklyFlat,
  annualRatePercent: '3',
  rateBasis: undefined,
  interestMethod: 'declining',
  installments: 12,
  repayEvery: { count: 1, unit: 'month' },
};

/** The schedule as a bookkeeper would write it: number, day, principal, interest, principal left. */
function tableOf(terms: LoanTerms): string {
  return scheduleRows(makeSchedule(terms))
    .map((row) =>
      [row.number, row.dueOn, row.principal, row.interest, row.principalAfter].join(' '),
    )
    .join('\n');
}

function table(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '))
    .join('\n');
}

describe('A weekly flat loan of Rp 2,000,000 at 25 % over 50 weeks', () => {
  const schedule = makeSchedule({
    product: weeklyFlat,
    principal: 2_000_000n,
    disbursedOn: '2026-01-05',
  });
  const rows = scheduleRows(schedule);

  it('asks for 40,000 + 10,000 every week', () => {
    expect(new Set(rows.map((row) => `${row.principal}+${row.interest}`))).toEqual(
      new Set(['40000+10000']),
    );
    expect(rows).toHaveLength(50);
    expect(totalDue(schedule)).toEqual({ principal: 2_000_000n, interest: 500_000n });
  });

  it('falls due on the same weekday for fifty weeks', () => {
    expect(rows[0]?.dueOn).toBe('2026-01-12');
    expect(rows[49]?.dueOn).toBe('2026-12-21');
  });

  it('starts on the meeting day it is given', () => {
    const moved = makeSchedule({
      product: weeklyFlat,
      principal: 2_000_000n,
      disbursedOn: '2026-01-05',
      firstDueOn: '2026-01-15',
    });
    expect(moved.dueOn.slice(0, 2)).toEqual(['2026-01-15', '2026-01-22']);
  });
});

describe('A monthly loan of Rp 10,000,000 at 3 % effective over 12 months', () => {
  const schedule = makeSchedule({
    product: monthlyAnnuity,
    principal: 10_000_000n,
    disbursedOn: '2026-01-31',
  });
  const rows = scheduleRows(schedule);

  it('asks for 846,937 a month and 163,244 of interest in all', () => {
    expect(new Set(rows.slice(0, -1).map((row) => row.total))).toEqual(new Set([846_937n]));
    expect(totalDue(schedule)).toEqual({ principal: 10_000_000n, interest: 163_244n });
    expect(rows.at(-1)?.total).toBe(163_244n + 10_000_000n - 846_937n * 11n);
  });

  it('keeps to the end of the month', () => {
    expect(schedule.dueOn.slice(0, 4)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
    const given = makeSchedule({
      product: monthlyAnnuity,
      principal: 10_000_000n,
      disbursedOn: '2026-01-05',
      firstDueOn: '2026-01-31',
    });
    expect(given.dueOn.slice(0, 4)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  it('asks for 860,664 a month at 6 %, and each part is rounded', () => {
    const dearer = makeSchedule({
      product: { ...monthlyAnnuity, annualRatePercent: '6' },
      principal: 10_000_000n,
      disbursedOn: '2026-01-01',
    });
    expect(scheduleRows(dearer)[0]?.total).toBe(860_664n);
    expect(totalDue(dearer).interest).toBe(327_973n);
  });
});

describe('Other terms', () => {
  const small = { principal: 1_000_000n, disbursedOn: '2026-01-01' };

  it('takes a flat rate per year by its share of the year', () => {
    const product = {
      ...monthlyAnnuity,
      interestMethod: 'flat',
      annualRatePercent: '12',
      installments: 3,
    } as const;
    expect(tableOf({ product, ...small })).toBe(
      table(`1 2026-02-01 333333 10000 666667
             2 2026-03-01 333333 10000 333334
             3 2026-04-01 333334 10000 0`),
    );
  });

  it('pays equal principal with interest on what is left', () => {
    const product = {
      ...monthlyAnnuity,
      annualRatePercent: '12',
      amortization: 'equal-principal',
      installments: 4,
    } as const;
    expect(tableOf({ product, ...small })).toBe(
      table(`1 2026-02-01 250000 10000 750000
             2 2026-03-01 250000  7500 500000
             3 2026-04-01 250000  5000 250000
             4 2026-05-01 250000  2500 0`),
    );
  });

  it('counts days when interest is daily', () => {
    const product = {
      ...monthlyAnnuity,
      annualRatePercent: '36.5',
      amortization: 'equal-principal',
      interestPeriod: 'daily',
      installments: 2,
    } as const;
    expect(tableOf({ product, ...small })).toBe(
      table(`1 2026-02-01 500000 31000 500000
             2 2026-03-01 500000 14000 0`),
    );
  });

  it('rounds the instalment and lets the last absorb', () => {
    const product = { ...weeklyFlat, installments: 3, roundInstallmentTo: '500' };
    expect(tableOf({ product, ...small })).toBe(
      table(`1 2026-01-08 333667 83333 666333
             2 2026-01-15 333667 83333 332666
             3 2026-01-22 332666 83334 0`),
    );
  });

  it('waits with principal and with interest during a grace', () => {
    const product = {
      ...monthlyAnnuity,
      interestMethod: 'flat',
      annualRatePercent: '12',
      installments: 4,
      grace: { principal: 2, interestPayment: 1, interestFree: 0 },
    } as const;
    expect(tableOf({ product, ...small })).toBe(
      table(`1 2026-02-01      0     0 1000000
             2 2026-03-01      0 13333 1000000
             3 2026-04-01 500000 13333  500000
             4 2026-05-01 500000 13334 0`),
    );
  });

  it('levels the annuity when interest is counted by true periods', () => {
    const product = {
      ...monthlyAnnuity,
      annualRatePercent: '24',
      interestPeriod: 'daily',
      annuity: 'by-period',
    } as const;
    const rows = scheduleRows(
      makeSchedule({ product, principal: 10_000_000n, disbursedOn: '2026-01-01' }),
    );
    const others = rows[0]?.total ?? 0n;
    const last = rows.at(-1)?.total ?? 0n;
    expect(Number(last - others)).toBeLessThanOrEqual(6);
    expect(Number(last - others)).toBeGreaterThanOrEqual(-6);
  });

  it('bears no interest at zero percent', () => {
    const product = { ...monthlyAnnuity, annualRatePercent: '0', installments: 3 };
    expect(tableOf({ product, ...small })).toBe(
      table(`1 2026-02-01 333333 0 666667
             2 2026-03-01 333333 0 333334
             3 2026-04-01 333334 0 0`),
    );
  });

  it.each([
    ['no principal', { principal: 0n }],
    ['a first due date before the disbursement', { firstDueOn: '2025-12-31' }],
    [
      'due dates out of order',
      { product: { ...weeklyFlat, installments: 2 }, dueDates: ['2026-02-01', '2026-01-30'] },
    ],
    ['no instalment', { product: { ...weeklyFlat, installments: 0 } }],
    [
      'a whole-term rate on declining interest',
      { product: { ...monthlyAnnuity, rateBasis: 'whole-term' } },
    ],
    [
      'a loan too small to round',
      { principal: 900n, product: { ...weeklyFlat, roundInstallmentTo: '500' } },
    ],
  ] as [string, Partial<LoanTerms>][])('refuses %s', (_, change) => {
    expect(() => makeSchedule({ product: weeklyFlat, ...small, ...change })).toThrow(RangeError);
  });
});
