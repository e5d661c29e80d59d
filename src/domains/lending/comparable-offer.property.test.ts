import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffDays } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import {
  type PriceAsTold,
  type PriceByTerms,
  type PricedOffer,
  priceOffer,
} from './comparable-offer.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';

const told = fc.record<PriceAsTold>({
  kind: fc.constant('told'),
  askedRupiah: fc.bigInt(100_000n, 50_000_000n),
  receivedRupiah: fc.bigInt(50_000n, 100_000n),
  instalmentRupiah: fc.bigInt(1_000n, 5_000_000n),
  installments: fc.integer({ min: 1, max: 120 }),
  repayEvery: fc.record({
    count: fc.integer({ min: 1, max: 30 }),
    unit: fc.constantFrom('day', 'week'),
  }),
});

const byTerms = fc.record<PriceByTerms>({
  kind: fc.constant('terms'),
  terms: fc
    .record({
      annualRatePercent: fc.integer({ min: 0, max: 120 }).map(String),
      interestMethod: fc.constantFrom('flat', 'declining'),
      installments: fc.integer({ min: 1, max: 104 }),
      repayEvery: fc.constantFrom(
        { count: 1, unit: 'week' } as const,
        { count: 2, unit: 'week' } as const,
        { count: 1, unit: 'month' } as const,
      ),
    })
    .map((change) => ({ ...weeklyTerms, rateBasis: undefined, ...change })),
  minimumRupiah: fc.constant(100_000n),
  maximumRupiah: fc.constant(50_000_000n),
  mostInstallments: fc.constant(null),
  upfrontFeePercent: fc.integer({ min: 0, max: 10 }).map(String),
  savingsPercent: fc.integer({ min: 0, max: 10 }).map(String),
});

/** What the payments are worth on the day the money is received, at the offer's own daily rate. */
function worthOfPayments({ flow, price }: PricedOffer): number {
  const daily = Number(price.daily.numerator) / Number(price.daily.denominator);
  return flow.payments.reduce(
    (worth, payment) =>
      worth +
      Number(payment.amountRupiah) / Math.pow(1 + daily, diffDays(flow.receivedOn, payment.on)),
    0,
  );
}

describe('The price of an offer', () => {
  it('makes its payments worth what was received, whatever its terms', () => {
    fc.assert(
      fc.property(
        fc.oneof(told, byTerms),
        fc.bigInt(100_000n, 50_000_000n),
        (price, amountRupiah) => {
          const priced = priceOffer(price, { amountRupiah, weeks: 50, on: '2026-01-05' });
          if (priced.price.costRupiah <= 0n) {
            expect(priced.price.daily.numerator).toBe(0n);
            return;
          }
          const received = Number(priced.flow.receivedRupiah);
          expect(Math.abs(worthOfPayments(priced) - received)).toBeLessThan(1 + received / 1e6);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts as cost exactly what is paid beyond what was received', () => {
    fc.assert(
      fc.property(byTerms, fc.bigInt(100_000n, 50_000_000n), (price, amountRupiah) => {
        const {
          flow,
          price: cost,
          feeRupiah,
          savingsRupiah,
        } = priceOffer(price, {
          amountRupiah,
          weeks: 50,
          on: '2026-01-05',
        });
        expect(flow.receivedRupiah + feeRupiah + savingsRupiah).toBe(amountRupiah);
        expect(cost.costRupiah).toBe(
          sum(flow.payments.map((payment) => payment.amountRupiah)) - flow.receivedRupiah,
        );
      }),
    );
  });

  it('never falls when more is kept back at the start', () => {
    fc.assert(
      fc.property(byTerms, fc.integer({ min: 1, max: 20 }), (price, more) => {
        const wish = { amountRupiah: 2_000_000n, weeks: 50, on: '2026-01-05' };
        const before = priceOffer(price, wish).price;
        const fee = String(Number(price.upfrontFeePercent) + more);
        const after = priceOffer({ ...price, upfrontFeePercent: fee }, wish).price;
        expect(after.costRupiah).toBeGreaterThan(before.costRupiah);
        expect(after.costPerMillionWeek).toBeGreaterThan(before.costPerMillionWeek);
      }),
    );
  });
});
