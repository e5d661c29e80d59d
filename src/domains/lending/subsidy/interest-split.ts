import { type BusinessDate } from '#kernel/date.ts';
import { divideHalfEven, sum } from '#kernel/money.ts';
import { addRates, makeRate, multiplyRates, parsePercent, type Rate } from '#kernel/rate.ts';
import { shareOfYear } from '../day-count.ts';
import type { LoanTerms, ProductTerms } from '../terms.ts';

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
 * @param shares annual percentages as decimal texts
 * @throws RangeError when a rate is no decimal number
 */
export function splitInterest(
  loan: Pick<LoanTerms, 'product' | 'principal' | 'disbursedOn'>,
  lines: readonly BorrowerLine[],
  shares: { borrowerPercent: string; governmentPercent: string },
): SplitLine[] {
  const annual = addRates(
    parsePercent(shares.borrowerPercent),
    parsePercent(shares.governmentPercent),
  );
  let outstanding = loan.principal;
  let from = loan.disbursedOn;
  return [...lines]
    .sort((a, b) => a.number - b.number)
    .map((line) => {
      const base = loan.product.interestMethod === 'flat' ? loan.principal : outstanding;
      const rate = multiplyRates(annual, shareOfPeriod(loan.product, { from, to: line.dueOn }));
      const full = divideHalfEven(base * rate.numerator, rate.denominator);
      outstanding -= line.principal;
      from = line.dueOn;
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

function shareOfPeriod(
  product: ProductTerms,
  period: { from: BusinessDate; to: BusinessDate },
): Rate {
  if (product.interestPeriod === 'daily') {
    return shareOfYear(period.from, period.to, product.dayCount);
  }
  const { count, unit } = product.repayEvery;
  return makeRate(BigInt(count), periodsPerYear[unit]);
}
