import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sum } from '#kernel/money.ts';
import { makeSchedule } from '../repayment-schedule.ts';
import { scheduleRows } from '../schedule-row.ts';
import type { LoanTerms, ProductTerms } from '../terms.ts';
import { committedBy, splitInterest } from './interest-split.ts';

const kur: ProductTerms = {
  annualRatePercent: '3',
  interestMethod: 'declining',
  amortization: 'equal-installments',
  installments: 12,
  repayEvery: { count: 1, unit: 'month' },
  interestPeriod: 'same-as-repayment',
  dayCount: { year: '365', month: 'actual' },
  annuity: 'nominal',
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
};
const superMikro: LoanTerms = { product: kur, principal: 10_000_000n, disbursedOn: '2026-01-15' };
const linesOf = (terms: LoanTerms) => scheduleRows(makeSchedule(terms));

test('KUR super mikro: she pays 3 %, the government 15 %, the lender earns 18 % on what is outstanding', () => {
  const lines = linesOf(superMikro);
  const split = splitInterest(superMikro, lines, { borrowerPercent: '3', governmentPercent: '15' });
  expect(split[0]).toEqual({
    number: 1,
    dueOn: '2026-02-15',
    lenderInterest: 150_000n,
    borrowerInterest: 25_000n,
    subsidy: 125_000n,
  });
  expect(sum(split.map((line) => line.borrowerInterest))).toBe(163_244n);
  // The second month: 1.5 % of 10,000,000 − 821,937.
  expect(split[1]?.lenderInterest).toBe(137_671n);
});

test('where the borrower pays no interest the government pays all of it', () => {
  const product = { ...kur, annualRatePercent: '0' };
  const terms = { ...superMikro, product };
  const split = splitInterest(terms, linesOf(terms), {
    borrowerPercent: '0',
    governmentPercent: '9',
  });
  expect(split.every((line) => line.subsidy === line.lenderInterest)).toBe(true);
  expect(split[0]?.subsidy).toBe(75_000n);
});

const percent = fc.integer({ min: 100, max: 1500 }).map((n) => (n / 100).toFixed(2));
const anyTerms = fc.record({
  borrower: percent,
  government: percent,
  method: fc.constantFrom<'flat' | 'declining'>('flat', 'declining'),
  installments: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom<'week' | 'month'>('week', 'month'),
  period: fc.constantFrom<'same-as-repayment' | 'daily'>('same-as-repayment', 'daily'),
  // With cents or without, the scale is only how many units there are.
  principal: fc.bigInt({ min: 10_000_000n, max: 5_000_000_000n }),
});

test('subsidy and the borrower’s interest are the lender’s interest, in every row and in total', () => {
  fc.assert(
    fc.property(anyTerms, (given) => {
      const product: ProductTerms = {
        ...kur,
        annualRatePercent: given.borrower,
        interestMethod: given.method,
        installments: given.installments,
        repayEvery: { count: 1, unit: given.unit },
        interestPeriod: given.period,
      };
      const terms = { ...superMikro, product, principal: given.principal };
      const lines = linesOf(terms);
      const split = splitInterest(terms, lines, {
        borrowerPercent: given.borrower,
        governmentPercent: given.government,
      });
      expect(split.map((line) => line.borrowerInterest)).toEqual(
        lines.map((line) => line.interest),
      );
      for (const line of split) {
        expect(line.borrowerInterest + line.subsidy).toBe(line.lenderInterest);
        expect(line.subsidy).toBeGreaterThanOrEqual(0n);
      }
      const total = (field: 'lenderInterest' | 'borrowerInterest' | 'subsidy') =>
        sum(split.map((line) => line[field]));
      expect(total('lenderInterest')).toBe(total('borrowerInterest') + committedBy(split));
    }),
  );
});

test('the lender’s flat interest is what our engine makes at the full rate, but for a unit of rounding a row', () => {
  fc.assert(
    fc.property(anyTerms, (given) => {
      const product: ProductTerms = {
        ...kur,
        annualRatePercent: given.borrower,
        interestMethod: 'flat',
        installments: given.installments,
      };
      const terms = { ...superMikro, product, principal: given.principal };
      const split = splitInterest(terms, linesOf(terms), {
        borrowerPercent: given.borrower,
        governmentPercent: given.government,
      });
      const full = (Number(given.borrower) + Number(given.government)).toFixed(2);
      const own = linesOf({ ...terms, product: { ...product, annualRatePercent: full } });
      const gap =
        sum(split.map((line) => line.lenderInterest)) - sum(own.map((line) => line.interest));
      expect(gap < 0n ? -gap : gap).toBeLessThanOrEqual(BigInt(given.installments));
    }),
  );
});
