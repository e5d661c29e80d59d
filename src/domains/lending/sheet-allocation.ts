import type { BusinessDate } from '#kernel/date.ts';
import { larger, smaller, sum, type Rupiah } from '#kernel/money.ts';
import { allocateByInstalment } from './allocation.ts';
import { addCharge, claimOf, openBook, openOf, takePayment } from './loan-book.ts';
import { type AllocationOrder, isChargePart, usualOrder } from './loan-event.ts';
import {
  type CumulativeSchedule,
  type LoanStanding,
  type Paid,
  standingOf,
} from './loan-standing.ts';
import type { OpenCharge } from './loan-totals.ts';

/** What a loan owes at a moment: its schedule with what was paid of it, and charges that are not settled. */
export interface OwedState extends Paid {
  readonly charges: readonly OpenCharge[];
}

/** What one payment settles, and what is owed after it. */
export interface Settled extends Paid {
  readonly fee: Rupiah;
  readonly penalty: Rupiah;
  readonly overpaid: Rupiah;
  readonly after: OwedState;
}

/**
 * Spreads money over a loan as it stands, by its product's order: what replaying its whole life gives, as long as
 * nothing that counts from a later day was entered before. A loan without charges in the usual order takes a shorter
 * way to the same.
 */
export function settle(
  loan: {
    readonly schedule: CumulativeSchedule;
    readonly allocation?: AllocationOrder | undefined;
  },
  owed: OwedState,
  payment: { readonly amount: Rupiah; readonly on: BusinessDate },
): Settled {
  if (owed.charges.length === 0 && loan.allocation === undefined) {
    const share = allocateByInstalment(loan.schedule, owed, payment.amount);
    const after = { ...sumOf(owed, share), charges: owed.charges };
    return { ...share, fee: 0n, penalty: 0n, after };
  }
  const book = openBook(loan.schedule);
  const left = { principal: owed.principal, interest: owed.interest };
  for (const claim of book.rows.flatMap((row) => row.claims)) {
    if (isChargePart(claim.part)) continue;
    claim.paid = smaller(left[claim.part], claim.due);
    left[claim.part] -= claim.paid;
  }
  const charges = owed.charges.map((one) => claimOf(one.part, one.dueOn, one.amount));
  for (const charge of charges) addCharge(book, charge);
  const taken = takePayment(book, payment.amount, {
    order: loan.allocation ?? usualOrder,
    on: payment.on,
  });
  const part = (name: 'principal' | 'interest' | 'fee' | 'penalty') =>
    sum(taken.slices.filter((slice) => slice.part === name).map((slice) => slice.amount));
  const share = { principal: part('principal'), interest: part('interest') };
  return {
    ...share,
    fee: part('fee'),
    penalty: part('penalty'),
    overpaid: taken.left,
    after: {
      ...sumOf(owed, share),
      charges: owed.charges.flatMap((one, i) => {
        const amount = charges[i] ? openOf(charges[i]) : 0n;
        return amount > 0n ? [{ ...one, amount }] : [];
      }),
    },
  };
}

function sumOf(a: Paid, b: Paid): Paid {
  return { principal: a.principal + b.principal, interest: a.interest + b.interest };
}

/** How a loan stands on a day, charges with it: due by their own day, owed in any case. Arrears stay those of the plan. */
export function standingWithCharges(
  schedule: CumulativeSchedule,
  owed: OwedState,
  on: BusinessDate,
): LoanStanding {
  const standing = standingOf(schedule, owed, on);
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

/** Charges in order of their days, less what was paid and waived of each part, the oldest first. */
export function stillOpen(
  charges: readonly OpenCharge[],
  settled: { readonly fee: Rupiah; readonly penalty: Rupiah },
): OpenCharge[] {
  const left = { ...settled };
  return charges.flatMap((charge) => {
    const done = smaller(left[charge.part], charge.amount);
    left[charge.part] = larger(0n, left[charge.part] - done);
    const amount = charge.amount - done;
    return amount > 0n ? [{ ...charge, amount }] : [];
  });
}
