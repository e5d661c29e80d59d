import fc from 'fast-check';
import { Loan } from 'loanjs';
import { expect, it } from 'vitest';
import { applyRate } from '#kernel/rate.ts';
import { allocateByInstalment } from './allocation.ts';
import { dueDatesOf } from './due-dates.ts';
import { standingOf } from './loan-standing.ts';
import { quickDeclining } from './quick-declining.ts';
import { exactSchedule, makeSchedule } from './repayment-schedule.ts';
import { scheduleRows, totalDue } from './schedule-row.ts';
import { type LoanTerms, periodRate } from './terms.ts';

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

const monthly: fc.Arbitrary<LoanTerms> = fc
  .record({
    principal: fc.bigInt({ min: 100_000n, max: 2_000_000_000n }),
    percent: fc.integer({ min: 0, max: 6_000 }),
    installments: fc.integer({ min: 1, max: 120 }),
    unit: fc.constantFrom('week', 'month'),
    amortization: fc.constantFrom('equal-installments', 'equal-principal'),
    grace: fc.constantFrom(0, 1, 3),
  })
  .map(({ principal, percent, installments, unit, amortization, grace }) => ({
    principal,
    disbursedOn: '2027-11-30',
    product: {
      annualRatePercent: (percent / 100).toFixed(2),
      interestMethod: 'declining',
      amortization,
      installments,
      repayEvery: { count: 1, unit },
      interestPeriod: 'same-as-repayment',
      dayCount: { year: '365', month: 'actual' },
      annuity: 'nominal',
      grace: {
        principal: Math.min(grace, installments - 1),
        interestPayment: 0,
        interestFree: Math.min(grace, installments),
      },
    },
  }));

it('the quick way to a schedule comes to the same rupiah as the exact one', () => {
  fc.assert(
    fc.property(monthly, (terms) => {
      const quick = quickDeclining(terms, dueDatesOf(terms));
      if (quick) expect(quick).toEqual(exactSchedule(terms, dueDatesOf(terms)));
    }),
    { numRuns: 2_000 },
  );
  // It gives a case up only where a float cannot tell which way half a rupiah falls.
  const givenUp = fc
    .sample(monthly, 200)
    .filter((terms) => !quickDeclining(terms, dueDatesOf(terms)));
  expect(givenUp.length).toBeLessThan(10);
});

it('interest at the periodic rate, put on what is left and paid off by the plan, ends at nothing', () => {
  fc.assert(
    fc.property(monthly, (terms) => {
      if (terms.product.grace.interestFree > 0) return;
      const rate = periodRate(terms.product);
      const rows = scheduleRows(makeSchedule(terms));
      const left = rows.reduce(
        (balance, row) => balance + applyRate(balance, rate) - row.total,
        terms.principal,
      );
      expect(left).toBe(0n);
    }),
    { numRuns: 300 },
  );
});

it('agrees with another library, in cents, as far as floats allow', () => {
  fc.assert(
    fc.property(monthly, (terms) => {
      const { product } = terms;
      if (product.repayEvery.unit !== 'month' || product.grace.interestFree > 0) return;
      const percent = Number(product.annualRatePercent);
      if (percent === 0) return;
      const kind = product.amortization === 'equal-principal' ? 'diminishing' : 'annuity';
      const theirs = Loan(Number(terms.principal), product.installments, percent, kind);
      const rows = scheduleRows(makeSchedule(terms));
      // Their instalment is off by half a cent, ours by half a rupiah; what a balance is off bears interest.
      const slack = product.installments * (1 + percent / 1200) ** product.installments;
      const drift = (product.installments * percent) / 1200;
      for (const [index, row] of rows.slice(0, -1).entries()) {
        const other = theirs.installments[index];
        expect(Math.abs(Number(row.total) - (other?.installment ?? 0))).toBeLessThanOrEqual(
          2 + drift,
        );
        expect(Math.abs(Number(row.interest) - (other?.interest ?? 0))).toBeLessThanOrEqual(slack);
      }
      const interest = Number(totalDue(makeSchedule(terms)).interest);
      expect(Math.abs(interest - theirs.interestSum)).toBeLessThanOrEqual(slack);
    }),
    { numRuns: 300 },
  );
});
