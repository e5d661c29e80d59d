import {
  Misfit,
  askedOn,
  claimLeft,
  openCharges,
  total,
  undoneIds,
  withEntry,
} from './loan-model.ts';
import { owedUnder, planAhead } from './plan-ahead.ts';
import type { ChargePart, LoanModel, ModelEntry, Plan } from './loan-model.ts';

/** Something an officer asks for on one loan. */
export type LoanStep =
  | {
      readonly kind: 'repay';
      readonly id: string;
      readonly amount: number;
      readonly on: string;
      readonly excess: 'refuse' | 'keep' | 'save';
      /** A peer who pays and becomes her creditor. */
      readonly coveredBy?: string;
    }
  | {
      readonly kind: 'charge';
      readonly id: string;
      readonly charge: ChargePart;
      readonly amount: number;
      readonly on: string;
      readonly dueOn: string;
    }
  | {
      readonly kind: 'waive';
      readonly part: 'interest' | ChargePart;
      readonly amount: number;
    }
  | { readonly kind: 'reverse'; readonly entryId: string; readonly amount: number }
  | { readonly kind: 'restructure'; readonly firstDueOn: string }
  | { readonly kind: 'write-off' }
  | {
      readonly kind: 'recover' | 'forgive';
      readonly id: string;
      readonly amount: number;
      readonly on: string;
    }
  | { readonly kind: 'refund'; readonly amount: number; readonly to: 'cash' | 'savings' };

/** What the office has to know besides the loan. */
export interface StepContext {
  readonly today: string;
  /** Ids of the entries as the answer named them, in order. */
  readonly entryIds: readonly string[];
  /** The plan that a restructure put in force, read once; only what it must satisfy is checked. */
  readonly newPlan?: Plan | undefined;
  /** Whether a cover's claim was repaid in part. */
  readonly coverTouched: (cover: string) => boolean;
  /** A revolving fund only lends. */
  readonly keepsSavings: boolean;
}

export interface Stepped {
  readonly next: LoanModel;
  /** Cash that came into the till (or, below zero, left it). */
  readonly till: number;
  readonly saved: number;
  /** The entry that was undone. */
  readonly undone?: ModelEntry;
}

/** Does it, or says by which code it has to be refused. */
export function attempt(
  loan: LoanModel,
  step: LoanStep,
  context: StepContext,
): Stepped | { readonly refused: string } {
  const refused = refusal(loan, step, context);
  if (refused !== null) return { refused };
  try {
    return carryOut(loan, step, context);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { refused: error.code };
  }
}

/** What can be said before anything is counted. */
function refusal(loan: LoanModel, step: LoanStep, context: StepContext): string | null {
  const running = loan.state === 'active';
  switch (step.kind) {
    case 'repay': {
      if (loan.entries.some((entry) => entry.id === step.id)) return 'lending.loan-moved';
      if (step.coveredBy !== undefined && step.amount > askedOn(loan, step.on))
        return 'lending.cover-more-than-due';
      if (!running) return 'lending.loan-not-active';
      const day = wrongDay(loan, step.on, context.today);
      if (day !== null) return day;
      if (step.amount <= owedUnder(loan, planAhead(loan, step))) return null;
      if (step.excess === 'save' && !context.keepsSavings) return 'lending.keeps-no-savings';
      return step.excess === 'refuse' ? 'lending.more-than-debt' : null;
    }
    case 'charge':
      if (!running) return 'lending.not-running';
      return (
        wrongDay(loan, step.on, context.today) ??
        (step.dueOn < step.on ? 'lending.charge-due' : null)
      );
    case 'waive': {
      if (!running) return 'lending.not-running';
      const open =
        step.part === 'interest'
          ? total(loan.plan, 'interest') - loan.paid.interest
          : openCharges(loan, step.part);
      return step.amount > open ? 'lending.more-than-open' : null;
    }
    case 'restructure':
      if (!running) return 'lending.not-running';
      if (step.firstDueOn <= context.today) return 'lending.first-due-too-soon';
      // A charge that came while she paid it off, or interest that is asked for after the principal.
      return loan.lent > loan.paid.principal ? null : 'lending.principal-paid';
    case 'write-off':
      return running && loan.lent > loan.paid.principal ? null : 'lending.not-running';
    case 'recover':
    case 'forgive':
      if (claimLeft(loan) <= 0) return 'lending.not-written-off';
      return (
        wrongDay(loan, step.on, context.today) ??
        (step.amount > claimLeft(loan) ? 'lending.more-than-claim' : null)
      );
    case 'refund':
      if (step.to === 'savings' && !context.keepsSavings) return 'lending.keeps-no-savings';
      return step.amount > loan.overpaid ? 'lending.nothing-overpaid' : null;
    case 'reverse':
      return reversalRefusal(loan, step);
  }
}

function wrongDay(loan: LoanModel, on: string, today: string): string | null {
  if (on > today) return 'lending.future-date';
  return on < loan.disbursedOn ? 'lending.before-disbursement' : null;
}

const afterWriteOff: readonly string[] = ['write-off', 'forgiveness', 'recovery', 'refund'];

function reversalRefusal(
  loan: LoanModel,
  step: { entryId: string; amount: number },
): string | null {
  const entry = loan.entries.find((one) => one.id === step.entryId);
  if (!entry) return 'lending.no-such-entry';
  if (entry.kind === 'reversal') return 'lending.reversal-stays';
  const undone = undoneIds(loan);
  if (undone.has(entry.id)) return 'lending.already-reversed';
  const standing = loan.entries.filter((one) => one.kind !== 'reversal' && !undone.has(one.id));
  const upon = (...kinds: string[]) => standing.some((one) => kinds.includes(one.kind));
  if (loan.writtenOff > 0 && !afterWriteOff.includes(entry.kind))
    return 'lending.reverse-newer-first';
  if (entry.kind === 'write-off' && upon('recovery', 'forgiveness'))
    return 'lending.reverse-newer-first';
  const newestPlan = standing.findLast((one) => one.plan !== undefined);
  if (entry.plan !== undefined && newestPlan !== entry) return 'lending.reverse-newer-first';
  return entry.amount === step.amount ? null : 'lending.amount-differs';
}

function carryOut(loan: LoanModel, step: LoanStep, context: StepContext): Stepped {
  const { today, entryIds } = context;
  const id = entryIds[0] ?? '';
  const enter = (entry: ModelEntry, till = 0, saved = 0): Stepped => ({
    next: withEntry(loan, entry),
    till,
    saved,
  });
  switch (step.kind) {
    case 'repay': {
      const ahead = planAhead(loan, step);
      const over = Math.max(0, step.amount - owedUnder(loan, ahead));
      const saved = step.excess === 'save' ? over : 0;
      const amount = step.amount - saved;
      const cover = step.coveredBy === undefined ? {} : { cover: step.id };
      return enter(
        {
          id: step.id,
          kind: 'repayment',
          on: step.on,
          amount,
          ...cover,
          ...(ahead && { plan: ahead }),
        },
        step.amount,
        saved,
      );
    }
    case 'charge':
      return enter({ ...step, kind: step.charge });
    case 'waive': {
      const plan =
        step.part === 'interest' ? { plan: withLessInterest(loan, step.amount) } : undefined;
      return enter({
        id,
        kind: 'waiver',
        on: today,
        amount: step.amount,
        part: step.part,
        ...plan,
      });
    }
    case 'restructure': {
      const plan = context.newPlan ?? [];
      const wrong = planFault(loan, plan);
      if (wrong !== null) throw new Misfit(`the new plan ${wrong}`);
      const amount = loan.lent - loan.paid.principal;
      return enter({ id, kind: 'restructure', on: today, amount, plan });
    }
    case 'write-off':
      return enter({
        id,
        kind: 'write-off',
        on: today,
        amount: loan.lent - loan.paid.principal,
      });
    case 'recover':
      return enter({ ...step, kind: 'recovery' }, step.amount);
    case 'forgive':
      return enter({ id, kind: 'forgiveness', on: today, amount: step.amount });
    case 'refund': {
      const entry = { id, kind: 'refund' as const, on: today, amount: step.amount };
      return step.to === 'cash'
        ? enter(entry, -step.amount)
        : enter({ ...entry, saved: true }, 0, step.amount);
    }
    case 'reverse':
      return undo(loan, step.entryId, { ...context, id });
  }
}

/** Money that had come is given back from the till; a refund comes back from where it went. */
function undo(
  loan: LoanModel,
  entryId: string,
  { id, today, coverTouched }: StepContext & { id: string },
): Stepped {
  const undone = loan.entries.find((one) => one.id === entryId);
  if (!undone) throw new Error('looked up before');
  const { kind, amount } = undone;
  const next = withEntry(loan, {
    id,
    kind: 'reversal',
    on: today,
    amount,
    undoes: entryId,
  });
  // The loan is counted before anybody looks at what peers owe each other.
  if (undone.cover !== undefined && coverTouched(undone.cover))
    throw new Misfit('lending.cover-partly-repaid');
  if (kind === 'refund' && undone.saved) return { next, till: 0, saved: -amount, undone };
  const till =
    kind === 'repayment' || kind === 'recovery' ? -amount : kind === 'refund' ? amount : 0;
  return { next, till, saved: 0, undone };
}

/** Interest given up, from the oldest that is not paid. */
function withLessInterest(loan: LoanModel, amount: number): Plan {
  let [paid, left] = [loan.paid.interest, amount];
  return loan.plan.map((row) => {
    const settled = Math.min(paid, row.interest);
    const given = Math.min(left, row.interest - settled);
    paid -= settled;
    left -= given;
    return { ...row, interest: row.interest - given };
  });
}

/** What a restructured plan must be: all that was lent, nothing negative, in order, nothing paid forgotten. */
function planFault(loan: LoanModel, plan: Plan): string | null {
  if (plan.length === 0) return 'is empty';
  if (total(plan, 'principal') !== loan.lent) return 'does not repay what was lent';
  if (total(plan, 'interest') < loan.paid.interest) return 'forgets interest that was paid';
  if (plan.some((row) => row.principal < 0 || row.interest < 0)) return 'has a negative part';
  return plan.some((row, i) => i > 0 && row.dueOn < (plan[i - 1]?.dueOn ?? ''))
    ? 'is out of order'
    : null;
}
