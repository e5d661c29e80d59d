import { addDays, addMonths } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { reportProblems } from './report-problems.ts';
import type { permitWords, referralWords, VisitField, VisitFlag } from './visit-words.ts';
import { isLateVisit } from './visit.ts';

/** A month's report is due on this day of the next month (domain notes §7.2, a parameter of the department). */
export const reportDueDay = 5;

/** Why an entry of a report is late: days after its visit, or after the month was to be closed. */
export type LateEntry = 'after-days' | 'after-cut-off';

export const lateEntryWords = {
  'after-days': { id: 'lebih dari 2 hari', en: 'more than 2 days' },
  'after-cut-off': { id: 'setelah batas bulan', en: 'after the month’s cut-off' },
} as const satisfies Record<LateEntry, Words>;

/** @param month its first day */
export function reportDueOn(month: BusinessDate): BusinessDate {
  return addDays(addMonths(month, 1), reportDueDay - 1);
}

export function lateEntryOf(visit: {
  doneOn: BusinessDate;
  recordedOn: BusinessDate;
}): LateEntry | null {
  if (visit.recordedOn > reportDueOn(`${visit.doneOn.slice(0, 7)}-01`)) return 'after-cut-off';
  return isLateVisit(visit) ? 'after-days' : null;
}

/** One visit as the report lists it. */
export interface ReportVisit {
  readonly id: string;
  readonly doneOn: BusinessDate;
  readonly recordedOn: BusinessDate;
  readonly businessName: string;
  readonly ownerName: string;
  readonly kelurahanName: string | null;
  readonly mentorName: string;
  /** Decimal degrees; null where the phone gave none. */
  readonly latitude: string | null;
  readonly longitude: string | null;
  readonly fields: readonly VisitField[];
  readonly findings: readonly {
    readonly number: string;
    readonly text: string;
    readonly dueOn: BusinessDate | null;
  }[];
  readonly advice: string;
  readonly agreed: string;
  readonly photos: number;
  readonly turnoverMonthRupiah: string | null;
  readonly turnoverBeforeRupiah: string | null;
  readonly permits: readonly (keyof typeof permitWords)[];
  readonly referredTo: readonly (keyof typeof referralWords)[];
  readonly nextOn: BusinessDate | null;
  readonly ledBy: string | null;
  readonly flags: readonly VisitFlag[];
}

export interface ReportFigures {
  readonly planned: number;
  /** Of those planned. */
  readonly made: number;
  readonly missed: number;
  readonly visits: number;
  /** Each once, however often visited. */
  readonly businesses: number;
  /** Visited for the first time ever. */
  readonly newBusinesses: number;
  readonly women: number;
  readonly men: number;
  readonly minutes: number;
  readonly findings: number;
  readonly findingsAnswered: number;
  readonly meetingsHeld: number;
  readonly meetingsCancelled: number;
}

/** What a monthly report says; frozen when it is sent. */
export interface ReportContent {
  readonly month: BusinessDate;
  /** Null for the whole city. */
  readonly mentorName: string | null;
  readonly figures: ReportFigures;
  readonly kelurahan: readonly { readonly name: string; readonly businesses: number }[];
  readonly visits: readonly ReportVisit[];
}

export const reportStates = {
  drafted: { id: 'Draf', en: 'Draft' },
  sent: { id: 'Terkirim', en: 'Sent' },
  accepted: { id: 'Diterima', en: 'Accepted' },
  returned: { id: 'Dikembalikan', en: 'Returned' },
} as const satisfies Record<string, Words>;

export type ReportState = keyof typeof reportStates;

/** A report as its last step left it. */
export interface ReportNow {
  readonly state: ReportState;
  readonly sentBy: string | null;
}

/**
 * Whether a report may be written or sent on a day: not while somebody has it or accepted it, nor before its month
 * begins; sent only in its last week or later.
 *
 * @throws Refusal report-closed, month-not-over
 */
export function decideWriting(
  now: ReportNow | null,
  asked: { month: BusinessDate; today: BusinessDate; send: boolean },
): void {
  if (now && now.state !== 'drafted' && now.state !== 'returned')
    throw reportProblems.reportClosed({ state: reportStates[now.state] });
  const earliest = asked.send ? addDays(addMonths(asked.month, 1), -7) : asked.month;
  if (asked.today < earliest) throw reportProblems.monthNotOver({ from: earliest });
}

/**
 * Whether somebody may accept or return a report.
 *
 * @throws Refusal report-not-sent, own-report
 */
export function decideAnswer(now: ReportNow, by: string): void {
  if (now.state !== 'sent') throw reportProblems.reportNotSent({ state: reportStates[now.state] });
  if (now.sentBy === by) throw reportProblems.ownReport();
}
