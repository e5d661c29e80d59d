import {
  addDays,
  addMonths,
  type BusinessDate,
  diffDays,
  mondayOf,
  nextWeekday,
} from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import { restructured } from './life/new-schedules.ts';
import type { CumulativeSchedule, Paid } from './loan-standing.ts';
import { type ScheduleRow, scheduleRows } from './schedule-row.ts';
import type { ProductTerms, RepayEvery } from './terms.ts';

/** A running loan as it stands, before anything is changed. */
export interface RunningLoan {
  readonly schedule: CumulativeSchedule;
  readonly paid: Paid;
  readonly terms: ProductTerms;
}

/** What might be changed of it; nothing of it is done. */
export interface Change {
  /** The rest falls due on this weekday: 1 = Monday. Only where instalments are weeks apart. */
  readonly weekday: number | null;
  /** Instalments in these days, both included, and all after them fall one period later. */
  readonly skip: { readonly from: BusinessDate; readonly to: BusinessDate } | null;
  /** So many instalments more, each smaller. */
  readonly extra: number;
}

const noGrace = { principal: 0, interestPayment: 0, interestFree: 0 };

/** What is still to come of a loan, whole rupiah. */
export interface Outlook {
  readonly nextDueOn: BusinessDate | null;
  readonly lastDueOn: BusinessDate | null;
  readonly instalmentRupiah: Rupiah;
  /** Instalments after today. */
  readonly count: number;
  /** Everything still to be paid, what is late included. */
  readonly leftRupiah: Rupiah;
}

export function outlookOf(schedule: CumulativeSchedule, paid: Paid, on: BusinessDate): Outlook {
  const coming = scheduleRows(schedule).filter((row) => row.dueOn > on);
  const owed = (schedule.principalDue.at(-1) ?? 0n) + (schedule.interestDue.at(-1) ?? 0n);
  return {
    nextDueOn: coming[0]?.dueOn ?? null,
    lastDueOn: coming.at(-1)?.dueOn ?? null,
    instalmentRupiah: coming[0]?.total ?? 0n,
    count: coming.length,
    leftRupiah: owed - paid.principal - paid.interest,
  };
}

/**
 * The schedule as it would be. Other days alone leave amounts as they are, unless interest is counted by the day;
 * more instalments spread what is owed anew at the loan's own rate, as a restructure does.
 *
 * @returns null where nothing of the loan is still to come
 * @throws Refusal `lending.new-schedule-impossible` when the rest cannot be computed
 */
export function changedSchedule(
  loan: RunningLoan,
  change: Change,
  on: BusinessDate,
): CumulativeSchedule | null {
  const rows = scheduleRows(loan.schedule);
  const coming = rows.filter((row) => row.dueOn > on);
  const first = coming[0];
  if (!first || loan.paid.principal >= (loan.schedule.principalDue.at(-1) ?? 0n)) return null;
  const days = changedDays(coming, { ...change, repayEvery: loan.terms.repayEvery, on });
  if (change.extra === 0 && loan.terms.interestPeriod !== 'daily') {
    const past = rows.length - coming.length;
    return { ...loan.schedule, dueOn: [...loan.schedule.dueOn.slice(0, past), ...days] };
  }
  return restructured(loan.schedule, {
    paid: loan.paid,
    on,
    days: { dueDates: days },
    terms: { ...loan.terms, installments: days.length, grace: noGrace },
  });
}

/** How many instalments more bring each below a share of what it is now, as 3/4. */
export function extraFor(
  count: number,
  share: { readonly of: number; readonly in: number },
): number {
  return Math.ceil((count * share.in) / share.of) - count;
}

function changedDays(
  coming: readonly ScheduleRow[],
  change: Change & { readonly repayEvery: RepayEvery; readonly on: BusinessDate },
): BusinessDate[] {
  const { repayEvery, on } = change;
  const days = coming.map((row) => row.dueOn);
  for (let added = 0; added < change.extra; added += 1) {
    const last = days.at(-1);
    if (last) days.push(step(last, repayEvery));
  }
  const first = days[0];
  if (first && change.weekday !== null && repayEvery.unit === 'week') {
    const inWeek = addDays(mondayOf(first), change.weekday - 1);
    const moved = inWeek > on ? inWeek : nextWeekday(addDays(on, 1), change.weekday);
    const by = diffDays(first, moved);
    days.forEach((day, index) => (days[index] = addDays(day, by)));
  }
  return change.skip ? skipped(days, change.skip, repayEvery) : days;
}

/** From the first day in the closure on, everything one period later, until no day lies in it. */
function skipped(
  days: readonly BusinessDate[],
  { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
  repayEvery: RepayEvery,
): BusinessDate[] {
  const at = days.findIndex((day) => day >= from && day <= to);
  if (at < 0) return [...days];
  const later = days.map((day, index) => (index < at ? day : step(day, repayEvery)));
  return skipped(later, { from, to }, repayEvery);
}

function step(day: BusinessDate, { count, unit }: RepayEvery): BusinessDate {
  if (unit === 'month') return addMonths(day, count);
  return addDays(day, unit === 'week' ? count * 7 : count);
}
