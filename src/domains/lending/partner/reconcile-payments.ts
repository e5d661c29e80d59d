import type { BusinessDate } from '#kernel/date.ts';
import { allocateByInstalment } from '../allocation.ts';
import { gradeIfKnown } from '../arrears.ts';
import type { Grade } from '../arrears.ts';
import { standingOf } from '../loan-standing.ts';
import type { CumulativeSchedule, Paid } from '../loan-standing.ts';
import type { RepayEvery } from '../terms.ts';
import type { Explanation, ReconciledItem } from './explanation.ts';

/** One repayment as a partner's file says it, in the loan's smallest unit. */
export interface PartnerRepayment {
  readonly reference: string;
  readonly onDay: BusinessDate;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly penalty: bigint;
}

/** What a partner's file says of a loan on a day. */
export interface PartnerReport {
  readonly onDay: BusinessDate;
  readonly outstanding: bigint;
  readonly grade: Grade;
  /** Null where the file does not count them. */
  readonly daysLate: number | null;
}

/**
 * Every repayment beside our allocation of the same amount: oldest instalment first, interest before principal, on
 * the partner's own schedule and after its own earlier repayments. Penalties are the partner's and are not allocated.
 */
export function reconcileRepayments(
  schedule: CumulativeSchedule,
  repayments: readonly PartnerRepayment[],
): ReconciledItem[] {
  let paid: Paid = { principal: 0n, interest: 0n };
  return inOrder(repayments).map((repayment) => {
    const { principal, interest } = repayment;
    const own = allocateByInstalment(schedule, paid, principal + interest);
    const explanation = explainSplit(schedule, { paid, repayment, own });
    paid = { principal: paid.principal + principal, interest: paid.interest + interest };
    return {
      part: 'repayment',
      item: repayment.reference,
      onDay: repayment.onDay,
      state: explanation === null ? 'matched' : 'differs',
      explanation,
      theirs: { principal: String(principal), interest: String(interest) },
      ours: { principal: String(own.principal), interest: String(own.interest) },
      difference: principal - own.principal,
    };
  });
}

/** In order of the day and, within it, of the reference: whichever file brought a repayment first makes no difference. */
function inOrder(repayments: readonly PartnerRepayment[]): PartnerRepayment[] {
  const key = ({ onDay, reference }: PartnerRepayment) => `${onDay} ${reference}`;
  return [...repayments].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function explainSplit(
  schedule: CumulativeSchedule,
  given: { paid: Paid; repayment: PartnerRepayment; own: Paid & { overpaid: bigint } },
): Explanation | null {
  const { paid, repayment, own } = given;
  if (own.principal === repayment.principal && own.interest === repayment.interest) return null;
  if (own.overpaid > 0n) return 'more-than-owed';
  const dueInterest = dueUntil(schedule.dueOn, schedule.interestDue, repayment.onDay);
  const owedNow = dueInterest > paid.interest ? dueInterest - paid.interest : 0n;
  if (repayment.interest === owedNow) return 'paid-ahead';
  return repayment.principal > own.principal ? 'allocation-order' : 'unexplained';
}

function dueUntil(
  dueOn: readonly BusinessDate[],
  cumulative: readonly bigint[],
  day: BusinessDate,
): bigint {
  const count = dueOn.filter((due) => due <= day).length;
  return count === 0 ? 0n : (cumulative[count - 1] ?? 0n);
}

/** The balance and the grade a partner reports, beside what its own schedule and repayments make. */
export function reconcileReport(
  loan: {
    principal: bigint;
    schedule: CumulativeSchedule | null;
    repayments: readonly PartnerRepayment[];
    lender: { lenderKind: string; repayUnit: RepayEvery['unit'] };
  },
  report: PartnerReport,
): ReconciledItem[] {
  const until = loan.repayments.filter((one) => one.onDay <= report.onDay);
  const sumOf = (field: 'principal' | 'interest') =>
    until.reduce((total, one) => total + one[field], 0n);
  const paid = { principal: sumOf('principal'), interest: sumOf('interest') };
  return [balanceItem(loan.principal - paid.principal, report), gradeItem(loan, paid, report)];
}

function balanceItem(ours: bigint, report: PartnerReport): ReconciledItem {
  const difference = report.outstanding - ours;
  const explanation: Explanation = difference < 0n ? 'not-yet-sent' : 'not-yet-counted';
  return {
    part: 'balance',
    item: 'balance',
    onDay: report.onDay,
    state: difference === 0n ? 'matched' : 'differs',
    explanation: difference === 0n ? null : explanation,
    theirs: { principal: report.outstanding.toString() },
    ours: { principal: ours.toString() },
    difference,
  };
}

function gradeItem(
  loan: Parameters<typeof reconcileReport>[0],
  paid: Paid,
  report: PartnerReport,
): ReconciledItem {
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
  const standing = standingOf(schedule, paid, report.onDay);
  const days = String(standing.overdueDays);
  const own = gradeIfKnown(loan.lender, { schedule, standing, on: report.onDay });
  if (own === null) {
    return { ...item, state: 'unknown', explanation: 'no-table', ours: { daysLate: days } };
  }
  const ours = { grade: String(own.grade), daysLate: days };
  if (own.grade === report.grade) return { ...item, state: 'matched', explanation: null, ours };
  const counted = report.daysLate !== null && report.daysLate !== standing.overdueDays;
  const explanation = counted ? 'days-counted' : 'unexplained';
  return { ...item, state: 'differs', explanation, ours };
}
