import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateByInstalment } from './allocation.ts';
import { standingOf } from './loan-standing.ts';
import { makeSchedule } from './repayment-schedule.ts';
import { scheduleRows, totalDue } from './schedule-row.ts';
import type { LoanTerms } from './terms.ts';

const loans: fc.Arbitrary<LoanTerms> = fc
  .record({
    principal: fc.bigInt({ min: 500_000n, max: 500_000_000n }),
    // Rates so low that an instalment's interest is less than its rounding are refused, not computed.
    percent: fc.oneof(fc.constant(0), fc.integer({ min: 300, max: 3_600 })),
    installments: fc.integer({ min: 1, max: 60 }),
    count: fc.integer({ min: 1, max: 3 }),
    unit: fc.constantFrom('day', 'week', 'month'),
    interestMethod: fc.constantFrom('flat', 'declining'),
    amortization: fc.constantFrom('equal-installments', 'equal-principal'),
    interestPeriod: fc.constantFrom('same-as-repayment', 'daily'),
    annuity: fc.constantFrom('nominal', 'by-period'),
    year: fc.constantFrom('actual', '360', '364', '365'),
  })
  .map((drawn) => {
    // Long periods of unequal days at high rates need not cover their interest; makeSchedule refuses those.
    const isDaily = drawn.interestPeriod === 'daily';
    return {
      principal: drawn.principal,
      disbursedOn: '2027-11-30',
      product: {
        annualRatePercent: (drawn.percent / 100).toFixed(2),
        interestMethod: drawn.interestMethod,
        amortization: drawn.amortization,
        installments: drawn.installments,
        repayEvery: { count: isDaily ? 1 : drawn.count, unit: drawn.unit },
        interestPeriod: drawn.interestPeriod,
        dayCount: { year: drawn.year, month: 'actual' },
        annuity: isDaily ? 'by-period' : drawn.annuity,
        grace: { principal: 0, interestPayment: 0, interestFree: 0 },
      },
    };
  });

it('principal parts add up to the loan, no part is negative, and only the last differs much', () => {
  fc.assert(
    fc.property(loans, (terms) => {
      const rows = scheduleRows(makeSchedule(terms));
      expect(rows.reduce((sum, row) => sum + row.principal, 0n)).toBe(terms.principal);
      expect(rows.every((row) => row.principal >= 0n && row.interest >= 0n)).toBe(true);
      expect(rows.at(-1)?.principalAfter).toBe(0n);
      if (
        terms.product.amortization === 'equal-installments' &&
        terms.product.interestMethod === 'declining'
      ) {
        expect(new Set(rows.slice(0, -1).map((row) => row.total)).size).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});

it('money paid in any slices ends where it ends in one, and never leaves the debt negative', () => {
  fc.assert(
    fc.property(
      loans,
      fc.array(fc.bigInt({ min: 1n, max: 5_000_000n }), { maxLength: 40 }),
      (terms, slices) => {
        const schedule = makeSchedule(terms);
        let paid = { principal: 0n, interest: 0n };
        let overpaid = 0n;
        for (const slice of slices) {
          const share = allocateByInstalment(schedule, paid, slice);
          expect(share.principal + share.interest + share.overpaid).toBe(slice);
          paid = {
            principal: paid.principal + share.principal,
            interest: paid.interest + share.interest,
          };
          overpaid += share.overpaid;
        }
        const atOnce = allocateByInstalment(
          schedule,
          { principal: 0n, interest: 0n },
          slices.reduce((a, b) => a + b, 0n),
        );
        expect({ ...paid, overpaid }).toEqual(atOnce);
        const due = totalDue(schedule);
        const { payoffRupiah } = standingOf(schedule, paid, '2028-06-01');
        expect(payoffRupiah).toBe(due.principal + due.interest - paid.principal - paid.interest);
      },
    ),
    { numRuns: 200 },
  );
});
