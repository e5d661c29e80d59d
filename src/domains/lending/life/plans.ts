import type { BusinessDate } from '#kernel/date.ts';
import { divideHalfEven, sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import { assertFirstDue } from '../first-due.ts';
import { standingOf } from '../loan-standing.ts';
import type { OpenCharge } from '../loan-totals.ts';
import { lendingProblems } from '../problems.ts';
import { keptBack, spreadFees } from '../product-conditions.ts';
import { makeSchedule } from '../repayment-schedule.ts';
import type { LoanTerms, ProductTerms, RepayEvery } from '../terms.ts';
import { enterAll } from './enter.ts';
import type { Entered, NewEntry } from './enter.ts';
import { lifeProblems } from './life-problems.ts';
import { claimLeft, replayLife, scheduleInForce } from './loan-life.ts';
import type { LoanInHand } from './loan-life.ts';
import { restructured, withLessInterest, withMore } from './new-schedules.ts';

/** What a plan needs besides the loan: the books' day and ids for what it enters. */
export interface PlanContext {
  readonly today: BusinessDate;
  readonly newId: () => string;
}

export function assertRunning(loan: LoanInHand): void {
  if (loan.state !== 'active') throw lifeProblems.notRunning(loan);
}

/** The day something counts from: not to come, and not before the loan. */
export function assertDay(loan: LoanInHand, on: BusinessDate, today: BusinessDate): void {
  if (on > today) throw lendingProblems.futureDate({ on });
  if (on < loan.disbursedOn)
    throw lendingProblems.beforeDisbursement({ on, disbursedOn: loan.disbursedOn });
}

/** A fee or a penalty that an officer puts on a running loan. */
export function planCharge(
  loan: LoanInHand,
  charge: {
    id: string;
    kind: 'fee' | 'penalty';
    on: BusinessDate;
    dueOn: BusinessDate;
    amountRupiah: Rupiah;
  },
  context: PlanContext,
): Entered[] {
  assertRunning(loan);
  assertDay(loan, charge.on, context.today);
  if (charge.dueOn < charge.on) throw lifeProblems.chargeDue({ on: charge.on });
  return enterAll(loan, [charge], context.today);
}

/** What of a part could still be waived: unpaid charges, or unpaid interest of the whole plan. */
export function openOf(loan: LoanInHand, part: 'interest' | 'fee' | 'penalty'): Rupiah {
  if (part === 'interest')
    return (scheduleInForce(loan).interestDue.at(-1) ?? 0n) - loan.paid.interest;
  return loan.charged[part] - loan.waived[part] - loan.paid[part];
}

/** Interest, a fee or a penalty that the lender gives up. */
export function planWaiver(
  loan: LoanInHand,
  waiver: { part: 'interest' | 'fee' | 'penalty'; amountRupiah: Rupiah },
  context: PlanContext,
): Entered[] {
  assertRunning(loan);
  const open = openOf(loan, waiver.part);
  if (waiver.amountRupiah > open) throw lifeProblems.moreThanOpen({ open });
  const entry: NewEntry = {
    id: context.newId(),
    kind: 'waiver',
    on: context.today,
    ...waiver,
    ...(waiver.part === 'interest' && {
      schedule: withLessInterest(scheduleInForce(loan), { paid: loan.paid, ...waiver }),
    }),
  };
  return enterAll(loan, [entry], context.today);
}

/**
 * The rest of a loan under new terms; what is owed stays the same but for the interest of the new terms.
 *
 * @throws Refusal `lending.principal-paid` when only interest and charges are left, which no terms spread anew;
 *   `lending.not-running`, `lending.first-due-too-soon`, `lending.first-due-too-far`, `lending.new-schedule-impossible`
 */
export function planRestructure(
  loan: LoanInHand,
  change: {
    annualRatePercent: string;
    installments: number;
    repayEvery: RepayEvery;
    firstDueOn: BusinessDate;
  },
  context: PlanContext,
): Entered[] {
  assertRunning(loan);
  const { today } = context;
  assertFirstDue(change.firstDueOn, today);
  if (loan.principalRupiah <= loan.paid.principal)
    throw lifeProblems.principalPaid({ number: loan.number, left: wholeDebt(loan, today) });
  const terms: ProductTerms = {
    ...loan.terms,
    annualRatePercent: change.annualRatePercent,
    installments: change.installments,
    repayEvery: change.repayEvery,
    grace: { principal: 0, interestPayment: 0, interestFree: 0 },
  };
  const schedule = restructured(scheduleInForce(loan), {
    paid: loan.paid,
    on: today,
    days: { firstDueOn: change.firstDueOn },
    terms,
  });
  const entry: NewEntry = {
    id: context.newId(),
    kind: 'restructure',
    on: today,
    amountRupiah: loan.principalRupiah - loan.paid.principal,
    schedule,
  };
  return enterAll(loan, [entry], today);
}

/** More money on a running loan, repaid by instalments of its own beside those there are. */
export function planMoreMoney(
  loan: LoanInHand,
  more: {
    kind: 'tranche' | 'top-up';
    amountRupiah: Rupiah;
    installments: number;
    firstDueOn: BusinessDate;
  },
  context: PlanContext,
): Entered[] {
  assertRunning(loan);
  const { today } = context;
  const most =
    more.kind === 'tranche'
      ? (loan.approvedRupiah ?? loan.principalRupiah) - loan.principalRupiah
      : loan.maximumRupiah - (loan.principalRupiah - loan.paid.principal);
  if (more.amountRupiah > most) throw lifeProblems.overProduct({ most: most > 0n ? most : 0n });
  assertFirstDue(more.firstDueOn, today);
  const product = {
    ...loan.terms,
    ...shareOfRate(loan.terms, more.installments),
    installments: more.installments,
    grace: { principal: 0, interestPayment: 0, interestFree: 0 },
  };
  const terms = {
    product,
    principal: more.amountRupiah,
    disbursedOn: today,
    firstDueOn: more.firstDueOn,
  };
  const schedule = withMore(scheduleInForce(loan), terms);
  const entry: NewEntry = { id: context.newId(), on: today, ...more, schedule };
  return enterAll(
    loan,
    more.kind === 'top-up' ? withFees(loan, entry, { terms, context }) : [entry],
    today,
  );
}

/**
 * What a top-up costs by the loan's product, as a disbursement does: kept back from the money, or charged with its own
 * instalments. A tranche costs nothing more: the fees of all that was approved were asked with the first.
 */
function withFees(
  loan: LoanInHand,
  entry: NewEntry,
  { terms, context }: { terms: LoanTerms; context: PlanContext },
): NewEntry[] {
  const kept = keptBack(loan.terms, entry.amountRupiah);
  const total = sum(kept.map((one) => one.rupiah));
  if (total >= entry.amountRupiah)
    throw lifeProblems.nothingInHand({ number: loan.number, kept: total });
  const of = (kind: 'fee' | 'insurance') =>
    sum(kept.filter((one) => one.kind === kind).map((one) => one.rupiah));
  const spread = spreadFees(loan.terms, {
    principal: entry.amountRupiah,
    dueOn: makeSchedule(terms).dueOn,
  });
  return [
    { ...entry, ...(total > 0n && { kept: { fee: of('fee'), insurance: of('insurance') } }) },
    ...spread.map((fee) => ({
      id: context.newId(),
      kind: 'fee' as const,
      causedBy: entry.id,
      on: entry.on,
      dueOn: fee.dueOn,
      amountRupiah: fee.rupiah,
    })),
  ];
}

/** A rate or a margin for the whole term is charged for the instalments that are left of it. */
function shareOfRate(terms: ProductTerms, installments: number): Partial<ProductTerms> {
  const share = (percent: string) => {
    const [whole = '', decimals = ''] = percent.split('.');
    const millionths = BigInt(whole + decimals.padEnd(6, '0'));
    const part = divideHalfEven(millionths * BigInt(installments), BigInt(terms.installments));
    const digits = part.toString().padStart(7, '0');
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  };
  if (terms.marginPercent !== undefined) return { marginPercent: share(terms.marginPercent) };
  return terms.rateBasis === 'whole-term'
    ? { annualRatePercent: share(terms.annualRatePercent) }
    : {};
}

/** Off the balance sheet, still claimed (hapus buku): all principal that is left. */
export function planWriteOff(loan: LoanInHand, context: PlanContext): Entered[] {
  assertRunning(loan);
  const amountRupiah = loan.principalRupiah - loan.paid.principal;
  if (amountRupiah <= 0n) throw lifeProblems.notRunning(loan);
  return enterAll(
    loan,
    [{ id: context.newId(), kind: 'write-off', on: context.today, amountRupiah }],
    context.today,
  );
}

/** After a write-off: money that comes in after all, or the claim itself let go of (hapus tagih). */
export function planOnClaim(
  loan: LoanInHand,
  step: { id: string; kind: 'recovery' | 'forgiveness'; on: BusinessDate; amountRupiah: Rupiah },
  context: PlanContext,
): Entered[] {
  const left = claimLeft(loan);
  if (left <= 0n) throw lifeProblems.notWrittenOff(loan);
  assertDay(loan, step.on, context.today);
  if (step.amountRupiah > left) throw lifeProblems.moreThanClaim({ left });
  return enterAll(loan, [step], context.today);
}

/** Gives back what was paid beyond the debt, in cash or into savings where the lender may hold some. */
export function planRefund(
  loan: LoanInHand,
  { amountRupiah, to }: { amountRupiah: Rupiah; to: 'cash' | 'savings' },
  context: PlanContext,
): Entered[] {
  const { overpaid } = loan.paid;
  if (to === 'savings' && !loan.keepsSavings) throw lifeProblems.keepsNoSavings();
  if (amountRupiah > overpaid) throw lifeProblems.nothingOverpaid({ overpaid });
  return enterAll(
    loan,
    [{ id: context.newId(), kind: 'refund', on: context.today, amountRupiah }],
    context.today,
  );
}

/** Fees and penalties that are there on a day, due or not, and not paid in full whatever came since. */
export function openChargesOn(loan: LoanInHand, on: BusinessDate): OpenCharge[] {
  if (openOf(loan, 'fee') + openOf(loan, 'penalty') === 0n) return [];
  const last = loan.entries.reduce((day, entry) => (entry.on > day ? entry.on : day), on);
  return replayLife(loan, last).openCharges.filter((charge) => charge.on <= on);
}

/** Fees and penalties due by a day and not paid. */
export function chargesDue(loan: LoanInHand, on: BusinessDate): Rupiah {
  return sum(
    openChargesOn(loan, on)
      .filter((charge) => charge.dueOn <= on)
      .map((charge) => charge.amount),
  );
}

/** What the first instalment that is not paid in full still asks, with the charges due until its day; 0 without one. */
export function nextDue(loan: LoanInHand, on: BusinessDate): Rupiah {
  const { nextDueOn, nextDueRupiah } = standingOf(scheduleInForce(loan), loan.paid, on);
  return nextDueOn === null ? 0n : nextDueRupiah + chargesDue(loan, nextDueOn);
}

/** Everything due by a day and not paid: instalments and charges. */
export function dueNow(loan: LoanInHand, on: BusinessDate): Rupiah {
  return standingOf(scheduleInForce(loan), loan.paid, on).dueRupiah + chargesDue(loan, on);
}

/** Everything still owed by plan and charges on a day. */
export function wholeDebt(loan: LoanInHand, on: BusinessDate): Rupiah {
  return (
    standingOf(scheduleInForce(loan), loan.paid, on).payoffRupiah +
    openOf(loan, 'fee') +
    openOf(loan, 'penalty')
  );
}
