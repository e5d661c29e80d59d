import { type BusinessDate } from '#kernel/date.ts';
import { divideHalfEven, sum } from '#kernel/money.ts';
import {
  addRates,
  makeRate,
  multiplyRates,
  parsePercent,
  type Rate,
  zeroRate,
} from '#kernel/rate.ts';
import { sharesOfYear } from '../day-count.ts';
import type { LoanTerms } from '../terms.ts';

/** An instalment as the borrower's schedule asks for it, in the loan's smallest unit. */
export interface BorrowerLine {
  readonly number: number;
  readonly dueOn: BusinessDate;
  readonly principal: bigint;
  readonly interest: bigint;
}

/** One instalment's interest and its two payers. `lender = borrower + subsidy`, to the smallest unit. */
export interface SplitLine {
  readonly number: number;
  readonly dueOn: BusinessDate;
  /** What the lender earns at its full rate. */
  readonly lenderInterest: bigint;
  readonly borrowerInterest: bigint;
  readonly subsidy: bigint;
}

/**
 * Puts the government beside the borrower as second payer of one schedule: the lender earns the borrower's rate and the
 * government's share together on the same outstanding principal (KUR: KMK 317/2023), the borrower pays what her
 * schedule says, the government the rest.
 *
 * The lender's interest is counted like the borrower's, so a period's rounding falls on the government's share and the
 * sum is exact. In a period where the borrower is charged more than both rates make, the government pays nothing.
 *
 * @param rates annual percentages as decimal texts
 * @throws RangeError when a rate is no decimal number
 */
export function splitInterest(
  loan: Pick<LoanTerms, 'product' | 'principal' | 'disbursedOn'>,
  lines: readonly BorrowerLine[],
  rates: { borrowerPercent: string; governmentPercent: string },
): SplitLine[] {
  const annual = addRates(
    parsePercent(rates.borrowerPercent),
    parsePercent(rates.governmentPercent),
  );
  const sorted = [...lines].sort((a, b) => a.number - b.number);
  const shares = sharesOfPeriods(
    loan,
    sorted.map((line) => line.dueOn),
  );
  let outstanding = loan.principal;
  return sorted.map((line, index) => {
    const base = loan.product.interestMethod === 'flat' ? loan.principal : outstanding;
    const rate = multiplyRates(annual, shares[index] ?? zeroRate);
    const full = divideHalfEven(base * rate.numerator, rate.denominator);
    outstanding -= line.principal;
    const lenderInterest = full > line.interest ? full : line.interest;
    return {
      number: line.number,
      dueOn: line.dueOn,
      lenderInterest,
      borrowerInterest: line.interest,
      subsidy: lenderInterest - line.interest,
    };
  });
}

/** All the government will owe for a loan when it runs to its end. */
export function committedBy(lines: readonly SplitLine[]): bigint {
  return sum(lines.map((line) => line.subsidy));
}

const periodsPerYear = { day: 365n, week: 52n, month: 12n } as const;

/** The share of a year that each period bears, counted as the borrower's own interest is. */
function sharesOfPeriods(
  loan: Pick<LoanTerms, 'product' | 'principal' | 'disbursedOn'>,
  dueDates: readonly BusinessDate[],
): Rate[] {
  const { interestPeriod, repayEvery } = loan.product;
  if (interestPeriod === 'daily') return sharesOfYear({ ...loan, dueDates }, dueDates);
  return dueDates.map(() => makeRate(BigInt(repayEvery.count), periodsPerYear[repayEvery.unit]));
}
