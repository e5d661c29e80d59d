import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { CumulativeSchedule } from '../loan-standing.ts';
import { lendingProblems } from '../problems.ts';
import { enterAll } from './enter.ts';
import type { Entered, NewEntry } from './enter.ts';
import { lifeProblems } from './life-problems.ts';
import { scheduleInForce } from './loan-life.ts';
import type { LoanInHand } from './loan-life.ts';
import { withPrepaid, withoutFutureInterest } from './new-schedules.ts';
import type { PayoffInterest, PrepaymentMode } from './new-schedules.ts';
import { assertDay, dueNow, openOf, wholeDebt } from './plans.ts';
import type { PlanContext } from './plans.ts';

/** What becomes of money beyond the whole debt: refused, kept on the loan until it is refunded, or saved. */
export type Excess = 'refuse' | 'keep' | 'save';

/** What becomes of money beyond what is due: the next instalments, or a new plan. */
export type Prepay = 'next-instalments' | PrepaymentMode;

export interface OfficeRepayment {
  readonly id: string;
  readonly amountRupiah: Rupiah;
  readonly on: BusinessDate;
  readonly coverId?: string;
  readonly excess: Excess;
  /** As the borrower asks; absent: as the loan's product says. */
  readonly prepay?: Prepay | undefined;
}

/** What a repayment does: entries of the loan, and what of the money goes to savings instead. */
export interface RepaymentEntered {
  readonly entered: readonly Entered[];
  readonly savedRupiah: Rupiah;
}

/**
 * Money for one loan at the office, on time, early, late, partial or over.
 *
 * @throws Refusal `lending.loan-not-active`, `lending.more-than-debt`, `lending.future-date`,
 *   `lending.before-disbursement`, `lending.no-prepayment`, `lending.plan-too-late`, `lending.keeps-no-savings`
 */
export function planRepayment(
  loan: LoanInHand,
  repayment: OfficeRepayment,
  context: PlanContext,
): RepaymentEntered {
  if (loan.state !== 'active') throw lendingProblems.loanNotActive(loan);
  assertDay(loan, repayment.on, context.today);
  const mode = prepaymentMode(loan, repayment);
  const plan =
    mode === 'next-instalments' ? null : prepayment(loan, { ...repayment, mode }, context);
  // Where only interest to come is left, the money is for it: a plan that lets go of it would leave nothing to pay.
  const ahead = plan && wholeDebt(withPlan(loan, plan.schedule), repayment.on) > 0n ? plan : null;
  // Money ahead takes interest of the rest with it: only what the new plan still asks for is owed.
  const debt = wholeDebt(ahead ? withPlan(loan, ahead.schedule) : loan, repayment.on);
  const over = repayment.amountRupiah - debt;
  if (over > 0n && repayment.excess === 'refuse')
    throw lendingProblems.moreThanDebt({ ...loan, payoff: debt });
  const savedRupiah = over > 0n && repayment.excess === 'save' ? over : 0n;
  if (savedRupiah > 0n && !loan.keepsSavings) throw lifeProblems.keepsNoSavings();
  const money: NewEntry = {
    id: repayment.id,
    kind: 'repayment',
    on: repayment.on,
    amountRupiah: repayment.amountRupiah - savedRupiah,
    ...(repayment.coverId !== undefined && { coverId: repayment.coverId }),
  };
  const entries = ahead ? [ahead, money] : [money];
  return { entered: enterAll(loan, entries, context.today), savedRupiah };
}

function withPlan(loan: LoanInHand, schedule: CumulativeSchedule): LoanInHand {
  return { ...loan, versions: [...loan.versions, schedule] };
}

/** What the product says holds for money beyond what is due, while a plan can begin on its day; asked for otherwise it is refused. */
function prepaymentMode(loan: LoanInHand, repayment: OfficeRepayment): Prepay {
  if (repayment.prepay !== undefined) return repayment.prepay;
  const isAhead =
    mayPlanFrom(loan, repayment.on) && repayment.amountRupiah > dueNow(loan, repayment.on);
  return (isAhead ? loan.terms.prepayment : undefined) ?? 'next-instalments';
}

/**
 * Whether a new plan may begin on a day: while nothing on the loan counts from a later one. Money of a meeting that
 * reaches the server late then counts as if it had come in time; else the plan would lie under what has come since.
 */
export function mayPlanFrom(loan: LoanInHand, on: BusinessDate): boolean {
  return loan.entries.every((entry) => entry.on <= on);
}

function prepayment(
  loan: LoanInHand,
  repayment: OfficeRepayment & { mode: PrepaymentMode },
  context: PlanContext,
): NewEntry & { schedule: CumulativeSchedule } {
  const schedule = scheduleInForce(loan);
  if (!mayPlanFrom(loan, repayment.on)) throw lifeProblems.planTooLate(repayment);
  const principal = repayment.amountRupiah - dueNow(loan, repayment.on);
  if (principal <= 0n) throw lifeProblems.noPrepayment();
  return {
    id: context.newId(),
    kind: 'prepayment',
    causedBy: repayment.id,
    on: repayment.on,
    amountRupiah: principal,
    schedule: withPrepaid(schedule, {
      on: repayment.on,
      paid: loan.paid,
      principal,
      mode: repayment.mode,
      terms: loan.terms,
    }),
  };
}

/** What pays a loan off on a day, and what of the interest that rests on. */
export interface PayoffQuote {
  readonly on: BusinessDate;
  readonly interest: PayoffInterest;
  readonly principalRupiah: Rupiah;
  readonly interestRupiah: Rupiah;
  readonly chargesRupiah: Rupiah;
  readonly totalRupiah: Rupiah;
  /** Interest of the plan that is not asked for. */
  readonly givenUpRupiah: Rupiah;
}

/** The quote for a day by one of the three rules for interest that is not due yet. */
export function payoffQuote(
  loan: LoanInHand,
  ask: { on: BusinessDate; interest: PayoffInterest },
): PayoffQuote {
  const { schedule, givenUpRupiah } = payoffSchedule(loan, ask);
  const principalRupiah = loan.principalRupiah - loan.paid.principal;
  const interestRupiah = (schedule.interestDue.at(-1) ?? 0n) - loan.paid.interest;
  const chargesRupiah = openOf(loan, 'fee') + openOf(loan, 'penalty');
  return {
    ...ask,
    principalRupiah,
    interestRupiah,
    chargesRupiah,
    totalRupiah: principalRupiah + interestRupiah + chargesRupiah,
    givenUpRupiah,
  };
}

/**
 * Pays a loan off today: interest that the rule does not ask for is waived first, then the money closes the loan.
 *
 * @throws Refusal `lending.payoff-differs` when the loan has moved since it was quoted
 */
export function planPayoff(
  loan: LoanInHand,
  payoff: { id: string; interest: PayoffInterest; amountRupiah: Rupiah },
  context: PlanContext,
): Entered[] {
  if (loan.state !== 'active') throw lendingProblems.loanNotActive(loan);
  const on = context.today;
  const quote = payoffQuote(loan, { on, interest: payoff.interest });
  if (quote.totalRupiah !== payoff.amountRupiah)
    throw lifeProblems.payoffDiffers({ payoff: quote.totalRupiah });
  const { schedule } = payoffSchedule(loan, { on, interest: payoff.interest });
  const rebate: NewEntry = {
    id: context.newId(),
    kind: 'waiver',
    causedBy: payoff.id,
    part: 'interest',
    on,
    amountRupiah: quote.givenUpRupiah,
    schedule,
  };
  const money: NewEntry = {
    id: payoff.id,
    kind: 'repayment',
    on,
    amountRupiah: payoff.amountRupiah,
  };
  return enterAll(loan, quote.givenUpRupiah > 0n ? [rebate, money] : [money], on);
}

function payoffSchedule(
  loan: LoanInHand,
  { on, interest }: { on: BusinessDate; interest: PayoffInterest },
) {
  const now = scheduleInForce(loan);
  const { disbursedOn, paid } = loan;
  const schedule = withoutFutureInterest(now, { paid, on, disbursedOn, interest });
  const givenUpRupiah = (now.interestDue.at(-1) ?? 0n) - (schedule.interestDue.at(-1) ?? 0n);
  return { schedule, givenUpRupiah };
}
