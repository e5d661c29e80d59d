import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyRate, multiplyRates, makeRate } from '#kernel/rate.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { makeSchedule } from './repayment-schedule.ts';
import { scheduleRows } from './schedule-row.ts';
import { periodRate } from './terms.ts';
import type { ProductTerms } from './terms.ts';

const units = ['day', 'week', 'month'] as const;
const drawn = fc.record({
  principal: fc.oneof(
    fc.bigInt({ min: 1n, max: 400n }),
    fc.bigInt({ min: 100_000n, max: 900_000_000n }),
  ),
  hundredths: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30_000 })),
  installments: fc.integer({ min: 1, max: 60 }),
  count: fc.integer({ min: 1, max: 4 }),
  unit: fc.constantFrom(...units),
});

function termsOf(given: typeof drawn extends fc.Arbitrary<infer Drawn> ? Drawn : never) {
  const product: ProductTerms = {
    ...weeklyTerms,
    rateBasis: 'per-year',
    annualRatePercent: (given.hundredths / 100).toFixed(2),
    installments: given.installments,
    repayEvery: { count: given.count, unit: given.unit },
  };
  return { product, principal: given.principal, disbursedOn: '2026-01-05' };
}

it('A flat loan of any size at any rate: no part below zero, the whole interest once, and only the end differs', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const terms = termsOf(given);
      const rows = scheduleRows(makeSchedule(terms));
      const count = makeRate(BigInt(given.installments));
      const whole = applyRate(given.principal, multiplyRates(periodRate(terms.product), count));
      for (const [part, total] of [
        ['principal', given.principal],
        ['interest', whole],
      ] as const) {
        const parts = rows.map((row) => row[part]);
        const share = parts[0] ?? 0n;
        // Every part is the same until the money runs out, which only a few units over many instalments do before the last.
        let left = total;
        const expected = parts.map((_, i) => {
          const one = i === given.installments - 1 || left < share ? left : share;
          left -= one;
          return one;
        });
        expect(parts).toEqual(expected);
      }
    }),
    { numRuns: 300 },
  );
});

it('A declining loan of any size: no part below zero, and the last instalment pays what is left', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom('equal-installments', 'equal-principal'), (given, how) => {
      const { product, ...loan } = termsOf(given);
      const terms = { ...product, interestMethod: 'declining', amortization: how } as const;
      const rows = scheduleRows(makeSchedule({ product: terms, ...loan }));
      expect(rows.every((row) => row.principal >= 0n && row.interest >= 0n)).toBe(true);
      expect(rows.reduce((sum, row) => sum + row.principal, 0n)).toBe(given.principal);
      const last = rows.at(-1);
      const before = rows.at(-2)?.principalAfter ?? given.principal;
      expect([last?.principal, last?.principalAfter]).toEqual([before, 0n]);
    }),
    { numRuns: 200 },
  );
});
