import type { BusinessDate } from '#kernel/date.ts';
import { type Rupiah, sum } from '#kernel/money.ts';
import { allocateByInstalment } from './allocation.ts';
import type { Entered } from './life/enter.ts';
import { type LoanInHand, type PaidSums, partNames, scheduleInForce } from './life/loan-life.ts';
import { planRepayment } from './life/plan-repayment.ts';
import { openChargesOn } from './life/plans.ts';
import {
  type CumulativeSchedule,
  type LoanStanding,
  type Paid,
  interestDueOn,
  standingOf,
} from './loan-standing.ts';
import type { OpenCharge } from './loan-totals.ts';
import type { ProductTerms } from './terms.ts';

/** What a loan owes at a moment: its schedule with what was paid of it, and charges that are not settled. */
export interface OwedState extends Paid {
  readonly schedule: CumulativeSchedule;
  readonly charges: readonly OpenCharge[];
  /**
   * For a loan on which something other than a repayment has happened, or whose product has an order or a rule for paying
   * ahead of its own: it is counted again from all that happened. Null where the oldest instalment first is the same.
   */
  readonly life: LoanInHand | null;
}

/** What one payment settles, and what is owed after it. */
export interface Settled {
  /** A part is below 0 when other money counts differently now: a payment of a day before it was entered late. */
  readonly share: PaidSums;
  readonly after: OwedState;
  /** What it enters into a loan's life; null where that is the repayment alone. */
  readonly entered: readonly Entered[] | null;
}

/**
 * Spreads money over a loan as its product says and as replaying its whole life gives; money ahead of what is due
 * follows the product's rule, as at the office. A loan with nothing but repayments in the usual order takes a shorter
 * way to the same.
 *
 * @throws Refusal what {@link planRepayment} refuses
 */
export function settle(
  owed: OwedState,
  payment: {
    readonly id: string;
    readonly amount: Rupiah;
    readonly on: BusinessDate;
    readonly today: BusinessDate;
    readonly coverId: string | null;
    readonly newId: () => string;
  },
): Settled {
  const { on, today, newId } = payment;
  if (!owed.life) {
    const share = allocateByInstalment(owed.schedule, owed, payment.amount);
    const paid = {
      principal: owed.principal + share.principal,
      interest: owed.interest + share.interest,
    };
    return {
      share: { ...share, fee: 0n, penalty: 0n },
      after: { ...owed, ...paid },
      entered: null,
    };
  }
  const { entered } = planRepayment(
    owed.life,
    {
      id: payment.id,
      amountRupiah: payment.amount,
      on,
      excess: 'refuse',
      ...(payment.coverId !== null && { coverId: payment.coverId }),
    },
    { today, newId },
  );
  const share: Record<keyof PaidSums, Rupiah> = { ...nothing };
  for (const { entry } of entered) for (const part of partNames) share[part] += entry.moved[part];
  return { share, after: owedByLife(entered.at(-1)?.after ?? owed.life, on), entered };
}

const nothing: PaidSums = { principal: 0n, interest: 0n, fee: 0n, penalty: 0n, overpaid: 0n };

/** What a loan owes by all that happened to it, with the charges that are there on a day. */
export function owedByLife(life: LoanInHand, on: BusinessDate): OwedState {
  const { principal, interest } = life.paid;
  const charges = openChargesOn(life, on);
  return { principal, interest, schedule: scheduleInForce(life), charges, life };
}

/** How a loan stands on a day, charges with it: due by their own day, owed in any case. Arrears stay those of the plan. */
export function standingWithCharges(owed: OwedState, on: BusinessDate): LoanStanding {
  const standing = standingOf(owed.schedule, owed, on);
  if (owed.charges.length === 0) return standing;
  const next = standing.nextDueOn;
  return {
    ...standing,
    dueRupiah: standing.dueRupiah + chargesBetween(owed.charges, { until: on }),
    nextDueRupiah:
      standing.nextDueRupiah + (next ? chargesBetween(owed.charges, { until: next }) : 0n),
    payoffRupiah: standing.payoffRupiah + sum(owed.charges.map((charge) => charge.amount)),
  };
}

/**
 * How a loan stands when its product takes money ahead as principal: interest that is not due yet falls away with the
 * principal it was for (`withPrepaid`), so the principal, what is due of interest and the charges pay it off. That
 * holds while a plan may begin on the day (`mayPlanFrom`); else money ahead goes to the next instalments, and so does all
 * of it once only interest to come is left.
 */
export function standingPaidAhead(owed: OwedState, on: BusinessDate): LoanStanding {
  const { schedule, charges } = owed;
  const principal = (schedule.principalDue.at(-1) ?? 0n) - owed.principal;
  const payoffRupiah =
    principal + interestDueOn(schedule, owed, on) + sum(charges.map((charge) => charge.amount));
  const standing = standingWithCharges(owed, on);
  return payoffRupiah > 0n ? { ...standing, payoffRupiah } : standing;
}

/** Whether money ahead takes interest with it: never a fixed margin, whose price was agreed with the sale. */
export function paidAheadSaves(
  terms: Pick<ProductTerms, 'prepayment' | 'marginPercent'> | undefined,
): boolean {
  return terms?.prepayment !== undefined && terms.marginPercent === undefined;
}

/** Open charges due after one day and until another. */
export function chargesBetween(
  charges: readonly OpenCharge[],
  { after, until }: { readonly after?: BusinessDate; readonly until: BusinessDate },
): Rupiah {
  return sum(
    charges
      .filter(({ dueOn }) => dueOn <= until && (after === undefined || dueOn > after))
      .map((charge) => charge.amount),
  );
}
