import { claimLeft, dueOn, total } from './loan-model.ts';
import type { LoanModel } from './loan-model.ts';
import { attempt } from './loan-steps.ts';
import type { LoanStep, StepContext } from './loan-steps.ts';

/** A debt between two members, because one paid for the other. */
export interface ModelClaim {
  /** The repayment it came with. */
  readonly cover: string;
  readonly creditor: string;
  readonly debtor: string;
  readonly amount: number;
  readonly openedOn: string;
  /** The day it was written, which may be later. */
  readonly writtenOn: string;
  repaid: number;
  void: boolean;
}

type StepGiven = Omit<StepContext, 'coverTouched' | 'keepsSavings'>;

/** One lender's loans, cash, savings and claims, in plain maps. */
export class LenderModel {
  readonly loans = new Map<string, LoanModel>();
  readonly claims = new Map<string, ModelClaim>();
  readonly savings = new Map<string, number>();
  readonly keepsSavings: boolean;
  till = 0;
  bag = 0;
  /** How every loan stood when the work of a day was over. */
  private readonly evenings: { day: string; loans: ReadonlyMap<string, LoanModel> }[] = [];

  constructor(keepsSavings = true) {
    this.keepsSavings = keepsSavings;
  }

  loan(loanId: string): LoanModel {
    const loan = this.loans.get(loanId);
    if (!loan) throw new Error(`nobody lent ${loanId}`);
    return loan;
  }

  loanOf(personId: string): LoanModel | undefined {
    return [...this.loans.values()].find((loan) => loan.personId === personId);
  }

  save(personId: string, amount: number): void {
    this.savings.set(personId, (this.savings.get(personId) ?? 0) + amount);
  }

  /** What a step leads to from here: the loan after it, or the code of its refusal. */
  attempt(loanId: string, step: LoanStep, given: StepGiven) {
    return attempt(this.loan(loanId), step, {
      ...given,
      keepsSavings: this.keepsSavings,
      coverTouched: (cover) => (this.claims.get(cover)?.repaid ?? 0) > 0,
    });
  }

  /** Does a step that was acknowledged; answers why it should not have been. */
  take(
    loanId: string,
    step: LoanStep,
    given: StepGiven,
  ): { loan: LoanModel } | { refused: string } {
    const stepped = this.attempt(loanId, step, given);
    if ('refused' in stepped) return stepped;
    const { next, till, saved, undone } = stepped;
    this.loans.set(loanId, next);
    this.till += till;
    if (saved !== 0) this.save(next.personId, saved);
    if (step.kind === 'repay' && step.coveredBy !== undefined)
      this.open({
        cover: step.id,
        creditor: step.coveredBy,
        debtor: next.personId,
        amount: step.amount,
        openedOn: step.on,
        writtenOn: given.today,
      });
    const claim = undone?.cover === undefined ? undefined : this.claims.get(undone.cover);
    if (claim) claim.void = true;
    return { loan: next };
  }

  open(claim: Omit<ModelClaim, 'repaid' | 'void'>): void {
    this.claims.set(claim.cover, { ...claim, repaid: 0, void: false });
  }

  owedBy(debtor: string): number {
    return [...this.claims.values()]
      .filter((claim) => claim.debtor === debtor)
      .reduce((sum, claim) => sum + leftOf(claim), 0);
  }

  endDay(day: string): void {
    this.evenings.push({ day, loans: new Map(this.loans) });
  }

  /** How the loans stood at the end of a day, which may have passed without work. */
  evening(day: string): ReadonlyMap<string, LoanModel> | undefined {
    return this.evenings.findLast((one) => one.day <= day)?.loans;
  }

  /** The balances that the books must show: by leaf where a leaf is somebody's, else by control account. */
  balances(): Map<string, number> {
    const book = new Map<string, number>();
    const add = (account: string, amount: number) =>
      book.set(account, (book.get(account) ?? 0) + amount);
    for (const loan of this.loans.values()) {
      const { loanId, paid } = loan;
      add(`loan ${loanId}`, loan.lent - paid.principal - loan.writtenOff);
      add(`overpaid ${loanId}`, -loan.overpaid);
      add(`claimed ${loanId}`, claimLeft(loan));
      add('claimed contra', -claimLeft(loan));
      add('interest', -paid.interest);
      add('fee', -paid.fee);
      add('penalty', -paid.penalty);
      add('recovery', -loan.recovered);
      add('write-off', loan.writtenOff);
    }
    for (const [personId, amount] of this.savings) add(`savings ${personId}`, -amount);
    for (const claim of this.claims.values()) {
      add(`owed to ${claim.creditor}`, leftOf(claim));
      add(`owed by ${claim.debtor}`, -leftOf(claim));
    }
    add('till', this.till);
    add('bag', this.bag);
    return book;
  }
}

export function leftOf(claim: ModelClaim): number {
  return claim.void ? 0 : claim.amount - claim.repaid;
}

/** How a day close must have left a loan. */
export interface ModelPosition {
  readonly outstanding: number;
  readonly earned: number;
  readonly unpaidInterest: number;
  readonly overdue: number;
  readonly lateSince: string | null;
  readonly running: boolean;
}

export function positionOf(loan: LoanModel, day: string): ModelPosition {
  const gone = loan.writtenOff > 0;
  const earned = total(
    loan.plan.filter((row) => row.dueOn <= (gone ? writtenOffOn(loan) : day)),
    'interest',
  );
  const running = !gone && dueOn(loan, '9999-12-31') > 0;
  const oldest = running ? oldestUnpaid(loan) : null;
  return {
    outstanding: gone ? 0 : loan.lent - loan.paid.principal,
    earned,
    unpaidInterest: gone ? 0 : Math.max(0, earned - loan.paid.interest),
    overdue: gone ? 0 : dueOn(loan, day, 'before'),
    lateSince: oldest !== null && oldest < day ? oldest : null,
    running,
  };
}

/** From that day on it earns nothing. */
function writtenOffOn(loan: LoanModel): string {
  return loan.entries.findLast((entry) => entry.kind === 'write-off')?.on ?? '';
}

function oldestUnpaid(loan: LoanModel): string | null {
  let [principal, interest] = [0, 0];
  for (const row of loan.plan) {
    principal += row.principal;
    interest += row.interest;
    if (principal > loan.paid.principal || interest > loan.paid.interest) return row.dueOn;
  }
  return null;
}
