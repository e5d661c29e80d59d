import { formatPercent } from '#kernel/rate.ts';
import { describe, expect, it } from 'vitest';
import { makeSchedule } from './repayment-schedule.ts';
import type { ProductTerms } from './terms.ts';
import { offerOf, truePriceOf } from './true-price.ts';

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

describe('The true price', () => {
  const schedule = makeSchedule({
    product: weeklyFlat,
    principal: 2_000_000n,
    disbursedOn: '2026-01-05',
  });
  const price = truePriceOf(offerOf(schedule, '2026-01-05'));

  it('of 25 % flat over 50 weeks is 47.5 % nominal', () => {
    expect(formatPercent(price.nominalAnnual, 1, 'en')).toBe('47.5 %');
    expect(price.costRupiah).toBe(500_000n);
    expect(price.costPerMillionWeek).toBe(5_000n);
  });

  it('is higher with compounding than without', () => {
    expect(formatPercent(price.effectiveAnnual, 0, 'en')).toBe('61 %');
  });

  it('rises when 5 % of the loan is kept back', () => {
    const kept = truePriceOf({ ...offerOf(schedule, '2026-01-05'), receivedRupiah: 1_900_000n });
    expect(formatPercent(kept.nominalAnnual, 0, 'en')).toBe('59 %');
  });

  it('of 3 % effective a year is 3.0 %', () => {
    const product: ProductTerms = {
      ...weeklyFlat,
      annualRatePercent: '3',
      rateBasis: undefined,
      interestMethod: 'declining',
      installments: 12,
      repayEvery: { count: 1, unit: 'month' },
    };
    const kur = makeSchedule({ product, principal: 10_000_000n, disbursedOn: '2026-01-01' });
    expect(formatPercent(truePriceOf(offerOf(kur, '2026-01-01')).nominalAnnual, 1, 'en')).toBe(
      '3.0 %',
    );
  });

  it('of a moneylender who gives 900,000 for 10 weeks of 130,000 is beyond 200 %', () => {
    const payments = Array.from({ length: 10 }, (_, week) => ({
      on: new Date(Date.UTC(2026, 0, 12 + week * 7)).toISOString().slice(0, 10),
      amountRupiah: 130_000n,
    }));
    const lent = truePriceOf({ receivedOn: '2026-01-05', receivedRupiah: 900_000n, payments });
    expect(lent.costRupiah).toBe(400_000n);
    expect(
      Number(lent.nominalAnnual.numerator) / Number(lent.nominalAnnual.denominator),
    ).toBeGreaterThan(2);
  });

  it('of a loan without interest is nothing', () => {
    const free = truePriceOf({
      receivedOn: '2026-01-01',
      receivedRupiah: 100n,
      payments: [{ on: '2026-02-01', amountRupiah: 100n }],
    });
    expect(free.effectiveAnnual.numerator).toBe(0n);
    expect(free.costPerMillionWeek).toBe(0n);
  });

  it('refuses an offer in which nothing is received, or paid back before', () => {
    const payments = [{ on: '2026-02-01', amountRupiah: 1n }];
    expect(() => truePriceOf({ receivedOn: '2026-01-01', receivedRupiah: 0n, payments })).toThrow(
      RangeError,
    );
    expect(() => truePriceOf({ receivedOn: '2026-02-01', receivedRupiah: 1n, payments })).toThrow(
      RangeError,
    );
  });
});
