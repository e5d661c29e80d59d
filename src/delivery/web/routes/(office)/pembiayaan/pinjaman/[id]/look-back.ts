import { loanAsOf } from '#domains/lending/life/loan-as-of.ts';
import { replayLife } from '#domains/lending/life/loan-life.ts';
import type { LoanInHand } from '#domains/lending/life/loan-life.ts';
import { standingOf } from '#domains/lending/loan-standing.ts';
import type { CumulativeSchedule, Paid } from '#domains/lending/loan-standing.ts';
import type { LifeLine, LoanDetail, ScheduleVersion } from '#domains/lending/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';

/** A loan's schedule and payments as of a day. */
export interface LookBack {
  readonly on: BusinessDate;
  readonly version: number;
  readonly schedule: CumulativeSchedule;
  readonly paid: Paid;
  readonly paidInstalments: number;
}

/** Fees and penalties that stand with each instalment by its due day, those paid too; empty without any. */
export function chargesByDay(
  loan: LoanInHand,
  on: BusinessDate,
): Readonly<Record<BusinessDate, bigint>> {
  if (loan.charged.fee + loan.charged.penalty === 0n) return {};
  const then = loanAsOf(loan, on);
  const { rows } = replayLife(then, on);
  return Object.fromEntries(
    rows
      .filter((row) => row.fee + row.penalty > 0n)
      .map((row) => [row.dueOn, row.fee + row.penalty]),
  );
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The version of the schedule that was in force on a past day with what had been paid by then; without a day, or with
 * one before the loan or to come, as it is today.
 */
export function lookBack(
  asked: string | null,
  given: {
    loan: LoanDetail;
    life: readonly LifeLine[];
    versions: readonly ScheduleVersion[];
    today: BusinessDate;
  },
): LookBack {
  const { loan, life, versions, today } = given;
  const valid = asked !== null && isDay.test(asked) && asked >= loan.disbursedOn && asked < today;
  const on = valid ? asked : today;
  const inForce = valid ? versions.findLast((version) => version.inForceOn <= on) : undefined;
  const version = inForce ?? versions.at(-1);
  const schedule = version?.schedule ?? loan.schedule;
  const until = life.filter((line) => line.on <= on);
  const total = (part: 'principal' | 'interest') =>
    until.reduce((sum, line) => sum + line.moved[part], 0n);
  const paid = valid ? { principal: total('principal'), interest: total('interest') } : loan.paid;
  return {
    on,
    version: version?.version ?? 1,
    schedule,
    paid,
    paidInstalments: standingOf(schedule, paid, on).paidInstalments,
  };
}
