import type { BusinessDate } from '#kernel/date.ts';
import type { Measure } from './measure.ts';

/** A share now and before, to say how it moved. */
export interface Moving {
  readonly now: Measure;
  readonly before: Measure;
}

/** One kecamatan on the map. */
export interface AreaCoverage {
  readonly code: string;
  readonly name: string;
  readonly tileColumn: number | null;
  readonly tileRow: number | null;
  readonly businesses: bigint;
  readonly reached: bigint;
  /** When a mentor last visited a business there; null when never. */
  readonly lastVisitOn: BusinessDate | null;
}

export interface DepartmentFindings {
  readonly departmentId: string | null;
  readonly name: string | null;
  readonly open: bigint;
  readonly overdue: bigint;
}

/** One week of instalments, by the Monday it begins on. */
export interface WeekOfDeposits {
  readonly monday: BusinessDate;
  readonly dueRupiah: bigint;
  /** Received for instalments, covers included, old arrears too. */
  readonly receivedRupiah: bigint;
  /** Of what was due: paid by the members themselves on the day. */
  readonly onTimeRupiah: bigint;
}

export interface WeekOfMeetings {
  readonly held: bigint;
  readonly cancelled: bigint;
  /** Planned for a day that has passed, and neither closed nor cancelled. */
  readonly missing: bigint;
  /** Planned for today or later in the week. */
  readonly ahead: bigint;
}

export interface Funnel {
  readonly registered: bigint;
  readonly served: bigint;
  readonly met: bigint;
  readonly lent: bigint;
}

/** Officers with a phone in use, and those of them whose work has all arrived. */
export interface FieldDataIn {
  readonly in: bigint;
  readonly officers: bigint;
  /** Days since the oldest work was entered that a phone still holds; null when none holds any. */
  readonly oldestUnsentDays: number | null;
}

/** Everything on the page of the city's leadership, measured at one moment. */
export interface LeadershipFigures {
  readonly today: BusinessDate;
  readonly members: bigint;
  readonly groups: bigint;
  readonly businesses: bigint;
  readonly onTime: Moving;
  readonly par1: Measure;
  readonly par7: Measure;
  readonly par30: Moving;
  readonly coverage: readonly AreaCoverage[];
  readonly findings: readonly DepartmentFindings[];
  readonly meetings: WeekOfMeetings;
  readonly lastWeekMeetings: WeekOfMeetings;
  /** Oldest first; the last is the week of `today`. */
  readonly weeks: readonly WeekOfDeposits[];
  readonly funnel: Funnel;
  /** Mentors with meetings due this week, and those of them with none missing. */
  readonly mentorsReporting: Measure;
  readonly fieldData: FieldDataIn;
}

export function heldShare(week: WeekOfMeetings): Measure {
  return { numerator: week.held, denominator: week.held + week.cancelled + week.missing };
}
