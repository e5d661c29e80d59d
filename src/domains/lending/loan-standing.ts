import { diffDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';

/** A schedule as it is stored: due dates, and at each the principal and interest due so far, whole rupiah. */
export interface CumulativeSchedule {
  readonly dueOn: readonly BusinessDate[];
  readonly principalDue: readonly Rupiah[];
  readonly interestDue: readonly Rupiah[];
}

/** What reached the loan so far. */
export interface Paid {
  readonly principal: Rupiah;
  readonly interest: Rupiah;
}

/** How a loan stands on a day, whole rupiah. */
export interface LoanStanding {
  /** Everything due up to and including the day, and not paid. */
  readonly dueRupiah: Rupiah;
  /** The part of it that was due before the day. */
  readonly overdueRupiah: Rupiah;
  /** Days since the oldest instalment that is not fully paid fell due; 0 when nothing is overdue. */
  readonly overdueDays: number;
  /** The oldest instalment not fully paid; null when all are. */
  readonly nextDueOn: BusinessDate | null;
  readonly nextDueRupiah: Rupiah;
  /** Instalments paid in full. */
  readonly paidInstalments: number;
  /** Everything still owed by the schedule: what pays the loan off. */
  readonly payoffRupiah: Rupiah;
}

/** Reads a loan's standing off its schedule and what was paid. */
export function standingOf(
  schedule: CumulativeSchedule,
  paid: Paid,
  on: BusinessDate,
): LoanStanding {
  const paidInstalments = paidInFull(schedule, paid);
  const nextDueOn = schedule.dueOn[paidInstalments] ?? null;
  const due = owedAt(schedule, paid, countUntil(schedule, on));
  const overdue = owedAt(schedule, paid, countUntil(schedule, on, 'before'));
  return {
    dueRupiah: due,
    overdueRupiah: overdue,
    overdueDays: nextDueOn !== null && nextDueOn < on ? diffDays(nextDueOn, on) : 0,
    nextDueOn,
    nextDueRupiah: nextDueOn === null ? 0n : owedAt(schedule, paid, paidInstalments + 1),
    paidInstalments,
    payoffRupiah: owedAt(schedule, paid, schedule.dueOn.length),
  };
}

/**
 * What newly fell due after one day and until another, as far as it is still unpaid: the instalment of a
 * meeting, without older arrears and without what was paid ahead.
 */
export function instalmentBetween(
  schedule: CumulativeSchedule,
  paid: Paid,
  span: { after: BusinessDate; until: BusinessDate },
): Rupiah {
  const planned =
    plannedUntil(schedule, countUntil(schedule, span.until)) -
    plannedUntil(schedule, countUntil(schedule, span.after));
  const unpaid = owedAt(schedule, paid, countUntil(schedule, span.until));
  return planned < unpaid ? planned : unpaid;
}

/** Interest due until a day, and not paid. */
export function interestDueOn(schedule: CumulativeSchedule, paid: Paid, on: BusinessDate): Rupiah {
  const count = countUntil(schedule, on);
  return positive((schedule.interestDue[count - 1] ?? 0n) - paid.interest);
}

/** How many instalments, from the first, are fully paid. */
export function paidInFull(schedule: CumulativeSchedule, paid: Paid): number {
  return Math.min(
    countBelow(schedule.principalDue, (due) => due <= paid.principal),
    countBelow(schedule.interestDue, (due) => due <= paid.interest),
  );
}

/** Instalments due until a day; `before` leaves that day out. */
function countUntil(
  schedule: CumulativeSchedule,
  on: BusinessDate,
  edge: 'until' | 'before' = 'until',
): number {
  return countBelow(schedule.dueOn, (due) => (edge === 'until' ? due <= on : due < on));
}

function plannedUntil(schedule: CumulativeSchedule, count: number): Rupiah {
  if (count === 0) return 0n;
  return (schedule.principalDue[count - 1] ?? 0n) + (schedule.interestDue[count - 1] ?? 0n);
}

function owedAt(schedule: CumulativeSchedule, paid: Paid, count: number): Rupiah {
  if (count === 0) return 0n;
  return (
    positive((schedule.principalDue[count - 1] ?? 0n) - paid.principal) +
    positive((schedule.interestDue[count - 1] ?? 0n) - paid.interest)
  );
}

/** How many items of a sorted list fulfil a condition that its first items fulfil and its last ones do not. */
function countBelow<T>(items: readonly T[], isBelow: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isBelow(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function positive(amount: Rupiah): Rupiah {
  return amount > 0n ? amount : 0n;
}
