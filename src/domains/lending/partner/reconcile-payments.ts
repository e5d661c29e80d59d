import type { BusinessDate } from '#kernel/date.ts';
import { gradeIfKnown } from '../arrears.ts';
import type { Grade } from '../arrears.ts';
import { standingOf } from '../loan-standing.ts';
import type { CumulativeSchedule, LoanStanding, Paid } from '../loan-standing.ts';
import type { RepayEvery } from '../terms.ts';
import type { Explanation, ReconciledItem } from './explanation.ts';
import { otherwiseSent, splitAfter, splitsOf } from './partner-replay.ts';
import type { PartnerRepayment, ReplayedLoan, Split } from './partner-replay.ts';

/** What a partner's file says of a loan on a day. */
export interface PartnerReport {
  readonly onDay: BusinessDate;
  readonly outstanding: bigint;
  readonly grade: Grade;
  /** Null where the file does not count them. */
  readonly daysLate: number | null;
}

/**
 * Every repayment beside the engine's allocation of the same money by the lender's own order. A line that differs is
 * explained by the one other order that makes exactly that line out of what the partner's earlier repayments left, or
 * it stays unexplained.
 *
 * @throws RangeError or Refusal when the engine cannot replay the loan
 */
export function reconcileRepayments(
  loan: ReplayedLoan,
  repayments: readonly PartnerRepayment[],
): ReconciledItem[] {
  const ordered = inOrder(repayments.filter((one) => one.principal + one.interest > 0n));
  const straight = splitsOf(loan, ordered);
  let astray = false;
  return ordered.map((repayment, at) => {
    // As long as every line went where the engine sends it, its own state is the partner's.
    let own = straight[at];
    if (astray || own === undefined) {
      own = splitAfter(loan, ordered.slice(0, at), { repayment });
    }
    const explanation = isSame(own, repayment)
      ? null
      : explainSplit(loan, ordered.slice(0, at), { repayment, own, plain: straight[at] });
    astray ||= explanation !== null;
    return {
      part: 'repayment',
      item: repayment.reference,
      onDay: repayment.onDay,
      state: explanation === null ? 'matched' : 'differs',
      explanation,
      theirs: textsOf(repayment),
      ours: textsOf(own),
      difference: repayment.principal - own.principal,
    };
  });
}

/** In order of the day and, within it, of the reference: whichever file brought a repayment first makes no difference. */
function inOrder(repayments: readonly PartnerRepayment[]): PartnerRepayment[] {
  const key = ({ onDay, reference }: PartnerRepayment) => `${onDay} ${reference}`;
  return [...repayments].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function explainSplit(
  loan: ReplayedLoan,
  before: readonly PartnerRepayment[],
  given: { repayment: PartnerRepayment; own: Split; plain: Split | undefined },
): Explanation {
  const { repayment, own, plain } = given;
  if (own.overpaid > 0n) return 'more-than-owed';
  // The engine makes this line where the earlier ones had gone as it sends them: the difference is theirs.
  if (plain && isSame(plain, repayment)) return 'carried';
  return otherwiseSent(loan, before, repayment) ?? 'unexplained';
}

function isSame(own: Split, theirs: PartnerRepayment): boolean {
  return own.principal === theirs.principal && own.interest === theirs.interest;
}

function textsOf({ principal, interest }: Omit<Split, 'overpaid'>): Record<string, string> {
  return { principal: principal.toString(), interest: interest.toString() };
}

/** A loan as its report is compared: the partner's schedule and repayments, and whose table grades it. */
interface ReportedLoan {
  readonly principal: bigint;
  readonly schedule: CumulativeSchedule | null;
  readonly repayments: readonly PartnerRepayment[];
  readonly lender: { readonly lenderKind: string; readonly repayUnit: RepayEvery['unit'] };
}

/** The balance and the grade a partner reports, beside what its own schedule and repayments make. */
export function reconcileReport(loan: ReportedLoan, report: PartnerReport): ReconciledItem[] {
  const until = inOrder(loan.repayments).filter((one) => one.onDay <= report.onDay);
  const sumOf = (field: 'principal' | 'interest') =>
    until.reduce((total, one) => total + one[field], 0n);
  const paid = { principal: sumOf('principal'), interest: sumOf('interest') };
  const behind = explainBalance(loan, until, { report, paid });
  return [
    balanceItem(loan.principal - paid.principal, report, behind),
    gradeItem(loan, paid, { report, behind }),
  ];
}

/** Why a balance is another, and what the partner must have counted as paid for it. */
interface BalanceReason {
  readonly explanation: Explanation;
  readonly counted: Paid | null;
}

/**
 * A lower balance is explained when it is what the next instalments of the plan leave, a higher one when it is what the
 * repayments before the latest left.
 */
function explainBalance(
  loan: ReportedLoan,
  until: readonly PartnerRepayment[],
  given: { report: PartnerReport; paid: Paid },
): BalanceReason | null {
  const { report, paid } = given;
  const counted = loan.principal - report.outstanding;
  if (counted === paid.principal) return null;
  if (counted > paid.principal) {
    const at = loan.schedule?.principalDue.indexOf(counted) ?? -1;
    const interest = loan.schedule?.interestDue[at];
    return interest === undefined
      ? { explanation: 'unexplained', counted: null }
      : { explanation: 'not-yet-sent', counted: { principal: counted, interest } };
  }
  let principal = 0n;
  let interest = 0n;
  for (const one of until) {
    if (principal === counted) break;
    principal += one.principal;
    interest += one.interest;
  }
  return principal === counted
    ? { explanation: 'not-yet-counted', counted: { principal, interest } }
    : { explanation: 'unexplained', counted: null };
}

function balanceItem(
  ours: bigint,
  report: PartnerReport,
  behind: BalanceReason | null,
): ReconciledItem {
  return {
    part: 'balance',
    item: 'balance',
    onDay: report.onDay,
    state: behind === null ? 'matched' : 'differs',
    explanation: behind?.explanation ?? null,
    theirs: { principal: report.outstanding.toString() },
    ours: { principal: ours.toString() },
    difference: report.outstanding - ours,
  };
}

function gradeItem(
  loan: ReportedLoan,
  paid: Paid,
  given: { report: PartnerReport; behind: BalanceReason | null },
): ReconciledItem {
  const { report, behind } = given;
  const theirs: Record<string, string> = {
    grade: String(report.grade),
    ...(report.daysLate === null ? {} : { daysLate: String(report.daysLate) }),
  };
  const item = {
    part: 'grade',
    item: 'grade',
    onDay: report.onDay,
    theirs,
    difference: 0n,
  } as const;
  if (loan.schedule === null) {
    return { ...item, state: 'unknown', explanation: 'no-schedule', ours: {} };
  }
  const { schedule } = loan;
  const standing = standingWhen(loan, schedule, { paid, on: report.onDay });
  const days = String(standing.overdueDays);
  const gradeAs = (one: LoanStanding) =>
    gradeIfKnown(loan.lender, { schedule, standing: one, on: report.onDay })?.grade ?? null;
  const own = gradeAs(standing);
  if (own === null) {
    return { ...item, state: 'unknown', explanation: 'no-table', ours: { daysLate: days } };
  }
  const ours = { grade: String(own), daysLate: days };
  if (own === report.grade) return { ...item, state: 'matched', explanation: null, ours };
  const asCounted =
    behind?.counted &&
    gradeAs(standingWhen(loan, schedule, { paid: behind.counted, on: report.onDay }));
  if (behind && asCounted === report.grade) {
    return { ...item, state: 'differs', explanation: behind.explanation, ours };
  }
  const byTheirDays =
    report.daysLate !== null &&
    report.daysLate !== standing.overdueDays &&
    gradeAs({ ...standing, overdueDays: report.daysLate }) === report.grade;
  return {
    ...item,
    state: 'differs',
    explanation: byTheirDays ? 'days-counted' : 'unexplained',
    ours,
  };
}

/** Interest of instalments after a payoff is not owed: who has no principal left is late with nothing. */
function standingWhen(
  loan: ReportedLoan,
  schedule: CumulativeSchedule,
  given: { paid: Paid; on: BusinessDate },
): LoanStanding {
  const { paid, on } = given;
  const isPaidOff = paid.principal >= loan.principal;
  const interest = isPaidOff ? (schedule.interestDue.at(-1) ?? 0n) : paid.interest;
  return standingOf(schedule, { ...paid, interest }, on);
}
