import { addDays, diffDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import { gradeOf } from './arrears.ts';
import type { Grade, GradeTable } from './arrears.ts';
import { standingOf } from './loan-standing.ts';
import type { CumulativeSchedule, Paid } from './loan-standing.ts';

/** Days late at which portfolio figures tell loans apart: PAR1 counts from 1, PAR7 from 8, and so on to PAR90. */
export const bucketEdges = [1, 8, 31, 61, 91] as const;

/** No day changes this loan by itself any more. */
export const never = 'infinity';

/** How a loan stood at the end of a day, as the day close keeps it. Whole rupiah. */
export interface LoanPosition {
  /** Whole principal still owed, not only the late part. */
  readonly outstandingRupiah: Rupiah;
  /** Interest that fell due by schedule until the day, paid or not. */
  readonly earnedInterest: Rupiah;
  readonly unpaidInterest: Rupiah;
  /** Due before the day and not paid. */
  readonly overdueRupiah: Rupiah;
  /** Due day of the oldest instalment that is past and not paid in full. */
  readonly lateSince: BusinessDate | null;
  /** 0 on time, then one more for each of `bucketEdges` reached. */
  readonly bucket: number;
  readonly grade: Grade | null;
  readonly running: boolean;
  /** The first later day on which something above changes if nobody pays; `never` when none does. */
  readonly nextChangeOn: BusinessDate;
}

/**
 * The position of one loan, the plain way: what the set-based close must agree with.
 *
 * @param table the lender's grade table on the day; undefined where none is known
 */
export function positionOf(
  loan: { schedule: CumulativeSchedule; principalRupiah: Rupiah; paid: Paid },
  on: BusinessDate,
  table: GradeTable | undefined,
): LoanPosition {
  const { schedule, paid } = loan;
  const standing = standingOf(schedule, paid, on);
  const running = standing.payoffRupiah > 0n;
  const maturity = schedule.dueOn.at(-1) ?? on;
  const age = {
    overdueDays: standing.overdueDays,
    daysAfterMaturity: running ? Math.max(0, diffDays(maturity, on)) : 0,
  };
  const fallenDue = schedule.dueOn.filter((due) => due <= on).length;
  const earned = schedule.interestDue[fallenDue - 1] ?? 0n;
  return {
    outstandingRupiah: loan.principalRupiah - paid.principal,
    earnedInterest: earned,
    unpaidInterest: earned > paid.interest ? earned - paid.interest : 0n,
    overdueRupiah: standing.overdueRupiah,
    lateSince: standing.overdueDays > 0 ? standing.nextDueOn : null,
    bucket: bucketEdges.filter((edge) => standing.overdueDays >= edge).length,
    grade: running && table ? gradeOf(table, age) : null,
    running,
    nextChangeOn: nextChange({ schedule, standing, maturity, running, table }, on),
  };
}

interface Aged {
  readonly schedule: CumulativeSchedule;
  readonly standing: ReturnType<typeof standingOf>;
  readonly maturity: BusinessDate;
  readonly running: boolean;
  readonly table: GradeTable | undefined;
}

function nextChange(loan: Aged, on: BusinessDate): BusinessDate {
  const { standing, table } = loan;
  const days: (BusinessDate | undefined)[] = [loan.schedule.dueOn.find((due) => due > on)];
  // What fell due today and was not paid is late tomorrow.
  if (standing.dueRupiah > standing.overdueRupiah) days.push(addDays(on, 1));
  const oldest = standing.nextDueOn;
  if (oldest !== null && oldest <= on) {
    const reached = [...bucketEdges, ...gradeEdges(table)].map((edge) => addDays(oldest, edge));
    days.push(...reached);
  }
  if (loan.running) days.push(...maturityEdges(table).map((edge) => addDays(loan.maturity, edge)));
  const later = days.filter((day): day is BusinessDate => day !== undefined && day > on);
  return later.sort()[0] ?? never;
}

/** Days late, and days after maturity, from which a line of the table no longer takes a loan. */
function gradeEdges(table: GradeTable | undefined): number[] {
  return (table?.lines ?? []).map((line) => line.mostOverdueDays + 1);
}

function maturityEdges(table: GradeTable | undefined): number[] {
  return (table?.lines ?? []).flatMap(({ mostDaysAfterMaturity: most }) =>
    most === undefined ? [] : [most + 1],
  );
}
