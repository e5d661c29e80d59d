import { addDays, addMonths, type BusinessDate } from '#kernel/date.ts';
import { type Rupiah, smaller, splitEvenly, sum } from '#kernel/money.ts';
import { applyRate, parsePercent } from '#kernel/rate.ts';
import type { Closures } from './closures.ts';
import type { AllocationOrder } from './loan-event.ts';
import type { RepayEvery } from './terms.ts';

/**
 * What a product says beyond its schedule: what it costs besides interest, where money goes, and what being late
 * costs. Each is absent where the product has none; money then goes to charges, interest and principal, instalment by
 * instalment, and what is paid ahead to the next ones.
 */
export interface ProductConditions {
  readonly allocation?: AllocationOrder | undefined;
  /** What becomes of money beyond what is due; absent: the next instalments. */
  readonly prepayment?: 'lower-instalment' | 'shorter-term' | undefined;
  readonly latePenalty?: LatePenalty | undefined;
  readonly fees?: readonly ProductFee[] | undefined;
  /**
   * Murabahah: a fixed mark-up instead of interest, percent of the principal for the whole term, exact decimal text.
   * Only with flat interest at 0 %.
   */
  readonly marginPercent?: string | undefined;
  /** What becomes of an instalment on a day of the city's closures or on a weekday that is always closed. */
  readonly onClosedDays?: Pick<Closures, 'rule' | 'weekend'> | undefined;
}

/** What an instalment costs that is not paid in full when a day more than the days of grace after its own ends. */
export type LatePenalty = {
  readonly graceDays: number;
  /** All penalties of a loan together reach at most this percent of its principal; absent: no limit. */
  readonly mostPercent?: string | undefined;
} & (
  | { /** Once for each instalment. */ readonly kind: 'per-instalment'; readonly rupiah: string }
  | {
      /** Of what is late of principal and interest, each day, or each period of the instalments. */
      readonly kind: 'of-overdue';
      readonly percent: string;
      readonly per: 'day' | 'period';
    }
);

/** What is asked once: kept back from the disbursement, or spread over the instalments. */
export type ProductFee = {
  readonly name: string;
  /** A premium is the insurer's and only passes through; a fee is the lender's income. */
  readonly kind: 'fee' | 'insurance';
  readonly taken: 'upfront' | 'spread';
} & (
  | { /** Of the principal. */ readonly basis: 'percent'; readonly percent: string }
  | { readonly basis: 'fixed'; readonly rupiah: string }
);

/** A fee for one loan, whole rupiah, a percentage rounded half-even. */
export function feeOf(fee: ProductFee, principal: Rupiah): Rupiah {
  return fee.basis === 'fixed'
    ? BigInt(fee.rupiah)
    : applyRate(principal, parsePercent(fee.percent));
}

/** Something kept back when a loan is handed out. */
export interface KeptBack {
  readonly name: string;
  readonly kind: ProductFee['kind'];
  readonly rupiah: Rupiah;
}

/** What is kept back at the start, those of Rp 0 left out. */
export function keptBack(conditions: ProductConditions, principal: Rupiah): KeptBack[] {
  return (conditions.fees ?? [])
    .filter((fee) => fee.taken === 'upfront')
    .map((fee) => ({ name: fee.name, kind: fee.kind, rupiah: feeOf(fee, principal) }))
    .filter((one) => one.rupiah > 0n);
}

/** One part of a fee that is spread over the instalments. */
export interface SpreadFee {
  readonly name: string;
  readonly dueOn: BusinessDate;
  readonly rupiah: Rupiah;
}

/** Fees that are part of the instalments, as even as whole rupiah go; parts of Rp 0 left out. */
export function spreadFees(
  conditions: ProductConditions,
  loan: { readonly principal: Rupiah; readonly dueOn: readonly BusinessDate[] },
): SpreadFee[] {
  return (conditions.fees ?? [])
    .filter((fee) => fee.taken === 'spread')
    .flatMap((fee) => {
      const parts = splitEvenly(feeOf(fee, loan.principal), loan.dueOn.length);
      return loan.dueOn.map((dueOn, i) => ({ name: fee.name, dueOn, rupiah: parts[i] ?? 0n }));
    })
    .filter((part) => part.rupiah > 0n);
}

/** What a penalty rule needs to know of a late loan when a day ends. Amounts in whole rupiah. */
export interface LateFacts {
  /** Instalments that are late since exactly the days of grace and one. */
  readonly newlyLate: number;
  /** Unpaid principal and interest of all that is late beyond the grace. */
  readonly overdue: Rupiah;
  /** Whole periods have gone by since the oldest unpaid instalment, counted from the first day after its grace. */
  readonly atPeriod: boolean;
  readonly principal: Rupiah;
  /** Penalties charged by the rule so far, less those undone. */
  readonly charged: Rupiah;
}

/** The penalty that arises for a late loan when a day ends; a percentage is rounded half-even. */
export function penaltyOf(rule: LatePenalty, late: LateFacts): Rupiah {
  const asked = askedBy(rule, late);
  if (rule.mostPercent === undefined) return asked;
  const left = applyRate(late.principal, parsePercent(rule.mostPercent)) - late.charged;
  return left > 0n ? smaller(asked, left) : 0n;
}

function askedBy(rule: LatePenalty, { newlyLate, overdue, atPeriod }: LateFacts): Rupiah {
  if (rule.kind === 'per-instalment') return BigInt(rule.rupiah) * BigInt(newlyLate);
  return rule.per === 'day' || atPeriod ? applyRate(overdue, parsePercent(rule.percent)) : 0n;
}

/** A loan with what is unpaid of each instalment, principal and interest together, in order. */
export interface UnpaidLoan extends Pick<LateFacts, 'principal' | 'charged'> {
  readonly repayEvery: RepayEvery;
  readonly unpaid: readonly { readonly dueOn: BusinessDate; readonly rupiah: Rupiah }[];
}

/** The penalty of one loan, read off its instalments: what the set-based day close must agree with. */
export function penaltyOn(rule: LatePenalty, loan: UnpaidLoan, on: BusinessDate): Rupiah {
  const edge = addDays(on, -rule.graceDays - 1);
  const late = loan.unpaid.filter((one) => one.rupiah > 0n && one.dueOn <= edge);
  const oldest = late[0];
  if (!oldest) return 0n;
  return penaltyOf(rule, {
    ...loan,
    newlyLate: late.filter((one) => one.dueOn === edge).length,
    overdue: sum(late.map((one) => one.rupiah)),
    atPeriod: wholePeriods(oldest.dueOn, edge, loan.repayEvery),
  });
}

function wholePeriods(from: BusinessDate, to: BusinessDate, { count, unit }: RepayEvery): boolean {
  for (let n = 0; ; n += count) {
    const day =
      unit === 'month' ? addMonths(from, n) : addDays(from, (unit === 'week' ? 7 : 1) * n);
    if (day >= to) return day === to;
  }
}
