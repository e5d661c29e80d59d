import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { CumulativeSchedule } from './loan-standing.ts';

/** What one instalment asks for, whole rupiah. */
export interface Instalment {
  readonly principal: Rupiah;
  readonly interest: Rupiah;
}

/** One line of a schedule as people read it. */
export interface ScheduleRow extends Instalment {
  /** From 1. */
  readonly number: number;
  readonly dueOn: BusinessDate;
  readonly total: Rupiah;
  /** Principal left after it by plan. */
  readonly principalAfter: Rupiah;
}

/** A schedule as rows, for screens and letters. */
export function scheduleRows(schedule: CumulativeSchedule): ScheduleRow[] {
  const all = schedule.principalDue.at(-1) ?? 0n;
  return schedule.dueOn.map((dueOn, index) => {
    const principal = partAt(schedule.principalDue, index);
    const interest = partAt(schedule.interestDue, index);
    return {
      number: index + 1,
      dueOn,
      principal,
      interest,
      total: principal + interest,
      principalAfter: all - (schedule.principalDue[index] ?? 0n),
    };
  });
}

/** Principal and interest over the whole loan. */
export function totalDue(schedule: CumulativeSchedule): Instalment {
  return {
    principal: schedule.principalDue.at(-1) ?? 0n,
    interest: schedule.interestDue.at(-1) ?? 0n,
  };
}

function partAt(cumulative: readonly Rupiah[], index: number): Rupiah {
  return (cumulative[index] ?? 0n) - (cumulative[index - 1] ?? 0n);
}
