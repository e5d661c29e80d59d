import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import { decliningParts } from './declining-interest.ts';
import { assertInOrder, dueDatesOf } from './due-dates.ts';
import { flatParts } from './flat-interest.ts';
import type { CumulativeSchedule } from './loan-standing.ts';
import { quickDeclining } from './quick-declining.ts';
import type { Instalment } from './schedule-row.ts';
import { type LoanTerms, marginOf } from './terms.ts';

/**
 * The schedule of a loan: due dates, and at each the principal and interest due so far. Parts are rounded
 * half-even to whole rupiah and the last instalment absorbs the remainder, so that the principal parts add
 * up to the principal exactly (conventions of the lending design).
 *
 * @throws RangeError saying in English why terms cannot be computed: nothing to lend, no instalment, days
 *   out of order, a grace as long as the loan, or an instalment with a
 *   negative part, after rounding or because it does not cover its interest
 */
export function makeSchedule(terms: LoanTerms): CumulativeSchedule {
  assertPossible(terms);
  const dueOn = dueDatesOf(terms);
  assertInOrder(terms, dueOn);
  return quickDeclining(terms, dueOn) ?? exactSchedule(terms, dueOn);
}

/** The schedule in whole numbers of any size; {@link makeSchedule} takes a shorter way to the same where it can. */
export function exactSchedule(
  terms: LoanTerms,
  dueOn: readonly BusinessDate[],
): CumulativeSchedule {
  const parts =
    terms.product.interestMethod === 'flat'
      ? flatParts(terms, dueOn)
      : decliningParts(terms, dueOn);
  if (parts.some((part) => part.principal < 0n || part.interest < 0n)) {
    throw new RangeError('an instalment would carry a negative part');
  }
  const needed = parts.length - countFromEnd(parts, isEmpty);
  return {
    dueOn: dueOn.slice(0, needed),
    principalDue: runningSums(parts.slice(0, needed).map((part) => part.principal)),
    interestDue: runningSums(parts.slice(0, needed).map((part) => part.interest)),
  };
}

function assertPossible(terms: LoanTerms): void {
  const { product, principal, dueDates } = terms;
  const { grace, installments, repayEvery } = product;
  if (principal <= 0n) throw new RangeError('there is no principal');
  if (!Number.isSafeInteger(installments) || installments < 1)
    throw new RangeError('there is no instalment');
  if (!Number.isSafeInteger(repayEvery.count) || repayEvery.count < 1)
    throw new RangeError('instalments have no distance');
  if (dueDates && dueDates.length !== installments)
    throw new RangeError('as many due dates as instalments are needed');
  if (
    Math.max(grace.principal, grace.interestPayment) >= installments ||
    grace.interestFree > installments
  ) {
    throw new RangeError('the grace period is as long as the loan');
  }
  const margin = marginOf(terms);
  if (
    margin !== undefined &&
    (margin < 0n || product.interestMethod !== 'flat' || Number(product.annualRatePercent) !== 0)
  )
    throw new RangeError('a margin stands in place of interest: flat, at 0 %, not negative');
  if (product.rateBasis === 'whole-term' && product.interestMethod !== 'flat') {
    throw new RangeError('a rate for the whole term needs flat interest');
  }
}

/** An instalment rounded up may pay the loan off early: its schedule then ends there. */
function isEmpty(part: Instalment): boolean {
  return part.principal === 0n && part.interest === 0n;
}

function countFromEnd<T>(items: readonly T[], fits: (item: T) => boolean): number {
  const last = items.findLastIndex((item) => !fits(item));
  return items.length - 1 - last;
}

function runningSums(parts: readonly Rupiah[]): Rupiah[] {
  let total = 0n;
  return parts.map((part) => (total += part));
}
