import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import { applyRate, type Rate, multiplyRates, parsePercent, makeRate } from '#kernel/rate.ts';
import type { Closures } from './closures.ts';
import type { ProductConditions } from './product-conditions.ts';

/** How often an instalment falls due. */
export interface RepayEvery {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month';
}

/**
 * What a lender promises, as data: the same names as `naik loan compute` reads. Nothing numeric of a
 * product is a constant in code.
 */
export interface ProductTerms extends ProductConditions {
  /** Exact decimal text, e.g. `25` for 25 %. */
  readonly annualRatePercent: string;
  /**
   * What the rate is charged for. `per-year` (also when absent): for each period its share of a year.
   * `whole-term`: once on the principal, however long the loan runs, as Mekaar's 25 % over 50 weeks is;
   * only with flat interest.
   */
  readonly rateBasis?: 'per-year' | 'whole-term' | undefined;
  readonly interestMethod: 'flat' | 'declining';
  readonly amortization: 'equal-installments' | 'equal-principal';
  readonly installments: number;
  readonly repayEvery: RepayEvery;
  readonly interestPeriod: 'same-as-repayment' | 'daily';
  readonly dayCount: DayCount;
  readonly annuity: 'nominal' | 'by-period';
  /** Counted in instalments. */
  readonly grace: {
    /** The first instalments carry no principal. */
    readonly principal: number;
    /**
     * The first instalments carry no interest. It comes with the first instalment after them; with flat interest
     * and equal instalments it is spread over all the others.
     */
    readonly interestPayment: number;
    /** The first periods bear no interest at all. */
    readonly interestFree: number;
  };
  /** The currency's smallest unit, digits: rupiah in the books kept here. */
  readonly roundInstallmentTo?: string | undefined;
}

export interface DayCount {
  readonly year: 'actual' | '360' | '364' | '365';
  readonly month: 'actual' | '30';
}

/** A product's terms for one loan. */
export interface LoanTerms {
  readonly product: ProductTerms;
  readonly principal: Rupiah;
  /**
   * Murabahah: a fixed mark-up agreed with the sale instead of a rate, earned by schedule in equal parts. Only with
   * flat interest at 0 %. Without it, the product's own percentage counts, where it has one.
   */
  readonly margin?: Rupiah | undefined;
  readonly disbursedOn: BusinessDate;
  /** Without it, due dates are counted from the disbursement. */
  readonly firstDueOn?: BusinessDate | undefined;
  /** Explicit days instead of every n days, weeks or months; as many as instalments. */
  readonly dueDates?: readonly BusinessDate[] | undefined;
  /** Days on which nothing is collected, and what becomes of an instalment due on one. */
  readonly closures?: Closures | undefined;
}

const periodsPerYear = { day: 365n, week: 52n, month: 12n } as const;

/** Rate of one period by count of periods, not days: annual/12 × count for months, /52 for weeks, /365 for days. */
export function periodRate(terms: ProductTerms): Rate {
  const share = makeRate(BigInt(terms.repayEvery.count), periodsPerYear[terms.repayEvery.unit]);
  return multiplyRates(parsePercent(terms.annualRatePercent), share);
}

/** The fixed mark-up of a loan; undefined where interest is counted by a rate. */
export function marginOf({ product, principal, margin }: LoanTerms): Rupiah | undefined {
  if (margin !== undefined || product.marginPercent === undefined) return margin;
  return applyRate(principal, parsePercent(product.marginPercent));
}

/** The set-aside of a disbursement (uang pertanggungjawaban), whole rupiah, rounded half-even. */
export function compulsorySavings(principal: Rupiah, percent: string): Rupiah {
  return applyRate(principal, parsePercent(percent));
}
