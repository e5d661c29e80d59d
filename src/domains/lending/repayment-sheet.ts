import type { Entry } from '#domains/ledger/journal.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { Entered } from './life/enter.ts';
import type { LoanInHand } from './life/loan-life.ts';
import { instalmentBetween } from './loan-standing.ts';
import type { CumulativeSchedule, LoanStanding, Paid } from './loan-standing.ts';
import type { OpenCharge } from './loan-totals.ts';
import { claimEntries, repaymentEntries } from './postings.ts';
import { lendingProblems } from './problems.ts';
import { chargesBetween, type OwedState, settle, standingWithCharges } from './sheet-allocation.ts';
import type { Settled } from './sheet-allocation.ts';

/** An active loan as a repayment needs it. */
export interface LoanDue {
  readonly loanId: string;
  readonly number: string;
  readonly personId: string;
  readonly name: string;
  readonly institutionId: string;
  readonly lendingGroupId: string | null;
  readonly bookId: string;
  /** The loan's leaf in the books. */
  readonly accountId: string;
  /** The lending group's leaf of interest income; null for a person who borrows alone. */
  readonly incomeAccountId: string | null;
  /** The borrower's leaves for what peers owe her and what she owes peers; null outside joint liability. */
  readonly claimAccountId: string | null;
  readonly debtAccountId: string | null;
  readonly principalRupiah: Rupiah;
  readonly disbursedOn: BusinessDate;
  readonly schedule: CumulativeSchedule;
  readonly paid: Paid;
  /** Fees and penalties that are not settled, and the income accounts they go to; null where there never were any. */
  readonly charges: LoanCharges | null;
  /** All that happened to it, where money cannot be spread without knowing: see {@link OwedState}. */
  readonly life: LoanInHand | null;
  readonly standing: LoanStanding;
  /** What newly fell due since the last meeting: her instalment today, without older arrears. */
  readonly instalmentRupiah: Rupiah;
}

export interface LoanCharges {
  readonly open: readonly OpenCharge[];
  readonly feeAccountId: string | null;
  readonly penaltyAccountId: string | null;
}

/** What came in at one moment, in one book. Amounts of Rp 0 are left out. */
export interface RepaymentSheet {
  /** The day the money was received. */
  readonly on: BusinessDate;
  /** The day the books take it in; not before `on`. */
  readonly businessDate: BusinessDate;
  readonly bookId: string;
  /** The journal that carries all of it. */
  readonly journalId: string;
  /** Ledger leaf the cash goes into: an officer's bag or the till. */
  readonly cashAccountId: string;
  /** Where interest goes of loans outside a lending group. */
  readonly interestIncomeAccountId: string;
  readonly source: 'meeting' | 'office' | 'transfer';
  /** The meeting, for a sheet of one: then every loan gets its mark in the member's own series. */
  readonly sourceId: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: { readonly userId: string; readonly name: string };
  readonly loans: readonly LoanDue[];
  /** Paid by the borrowers themselves. */
  readonly payments: readonly { readonly loanId: string; readonly amountRupiah: Rupiah }[];
  /** Paid by peers, in the order in which the group agreed that they are paid back. */
  readonly covers: readonly {
    readonly loanId: string;
    readonly payerId: string;
    readonly amountRupiah: Rupiah;
  }[];
}

export interface PlannedRepayment {
  readonly id: string;
  readonly loanId: string;
  readonly payerId: string;
  readonly coverId: string | null;
  readonly principal: Rupiah;
  readonly interest: Rupiah;
  /** Only where charges move. */
  readonly fee?: Rupiah;
  readonly penalty?: Rupiah;
  readonly journalId: string;
}

/** A new plan of a loan, because its product says so when money comes ahead of what is due. */
export interface PlannedPrepayment extends CumulativeSchedule {
  readonly id: string;
  readonly loanId: string;
  /** The repayment. */
  readonly causedBy: string;
  readonly amountRupiah: Rupiah;
  readonly version: number;
}

export interface PlannedCover {
  readonly id: string;
  readonly claimId: string;
  readonly lendingGroupId: string;
  readonly loanId: string;
  readonly obligorId: string;
  readonly payerId: string;
  readonly amountRupiah: Rupiah;
  readonly repaymentOrder: number;
}

/** One loan after the sheet. */
export interface LoanAfter {
  readonly loanId: string;
  readonly before: Paid;
  readonly paid: Paid;
  /** Of charges, paid on this sheet. */
  readonly fee: Rupiah;
  readonly penalty: Rupiah;
  readonly standing: LoanStanding;
  readonly paidByHerself: Rupiah;
  readonly covered: Rupiah;
  readonly instalmentRupiah: Rupiah;
  readonly closed: boolean;
  /** The version of its schedule that is in force now; null when it is still the one that was. */
  readonly version: number | null;
}

/** Everything a sheet of repayments does: entries to post first, as one journal, then rows to record. */
export interface RepaymentPlan {
  readonly sheet: RepaymentSheet;
  readonly entries: readonly Entry[];
  readonly repayments: readonly PlannedRepayment[];
  readonly prepayments: readonly PlannedPrepayment[];
  readonly covers: readonly PlannedCover[];
  /** Every loan of the sheet, touched or not. */
  readonly loans: readonly LoanAfter[];
  readonly cashRupiah: Rupiah;
}

interface Posting {
  readonly loan: LoanDue;
  readonly payerId: string;
  readonly coverId: string | null;
  readonly amountRupiah: Rupiah;
}

/**
 * Works a sheet of repayments out, without touching anything: each amount goes where the loan's product says, usually
 * to the oldest instalment, charges before interest before principal; what is ahead of what is due follows the product's
 * rule; what a peer pays reaches the loan, and becomes her claim on the borrower.
 *
 * @throws Refusal `lending.more-than-debt` naming member and payoff, `lending.cover-more-than-due`,
 *   `lending.covers-herself`, `lending.cover-by-stranger`, `lending.unknown-loan`; for a sheet of a day before something
 *   else that happened to a loan also `lending.does-not-fit`, `lending.waiver-does-not-fit`
 */
export function planRepayments(sheet: RepaymentSheet, newId: () => string): RepaymentPlan {
  const loans = new Map(sheet.loans.map((loan) => [loan.loanId, loan]));
  const owed = new Map(sheet.loans.map((loan) => [loan.loanId, owedBefore(loan)]));
  const owedOf = (loan: LoanDue) => owed.get(loan.loanId) ?? owedBefore(loan);
  const entries: Entry[] = [];
  const repayments: PlannedRepayment[] = [];
  const prepayments: PlannedPrepayment[] = [];

  function pay(posting: Posting): void {
    const { loan, amountRupiah, coverId, payerId } = posting;
    const id = newId();
    const { on, businessDate: today, journalId } = sheet;
    const settled = settle(owedOf(loan), { id, amount: amountRupiah, on, today, coverId, newId });
    const { share } = settled;
    if (share.overpaid !== 0n) {
      throw lendingProblems.moreThanDebt({
        name: loan.name,
        number: loan.number,
        payoff: loan.standing.payoffRupiah,
      });
    }
    owed.set(loan.loanId, settled.after);
    entries.push(...repaymentEntries(sheet, { ...share, loan }));
    repayments.push({
      id,
      loanId: loan.loanId,
      payerId,
      coverId,
      principal: share.principal,
      interest: share.interest,
      ...(share.fee !== 0n && { fee: share.fee }),
      ...(share.penalty !== 0n && { penalty: share.penalty }),
      journalId,
    });
    prepayments.push(...prepaymentsOf(settled, id));
  }

  for (const { loanId, amountRupiah } of sheet.payments) {
    const loan = getLoan(loans, loanId);
    if (amountRupiah > 0n) pay({ loan, payerId: loan.personId, coverId: null, amountRupiah });
  }
  const covers: PlannedCover[] = [];
  for (const { loanId, payerId, amountRupiah } of sheet.covers) {
    if (amountRupiah <= 0n) continue;
    const loan = getLoan(loans, loanId);
    const payer = getPeer(sheet, loan, payerId);
    assertStillDue(sheet, loan, { owed: owedOf(loan), amountRupiah });
    const cover = plannedCover(
      loan,
      { payerId, amountRupiah, repaymentOrder: covers.length + 1 },
      newId,
    );
    covers.push(cover);
    pay({ loan, payerId, coverId: cover.id, amountRupiah });
    entries.push(...claimEntries({ loan, payer, amountRupiah }));
  }
  return {
    sheet,
    entries,
    repayments,
    prepayments,
    covers,
    loans: sheet.loans.map((loan) => loanAfter(sheet, loan, { owed: owedOf(loan), repayments })),
    cashRupiah: repayments.reduce((sum, r) => sum + amountOf(r), 0n),
  };
}

/** The new plans among what a payment entered; they move no money between the parts of a loan. */
function prepaymentsOf({ entered }: Settled, repaymentId: string): PlannedPrepayment[] {
  return (entered ?? []).flatMap(({ entry, schedule, after }: Entered) =>
    entry.kind === 'prepayment' && schedule
      ? [
          {
            id: entry.id,
            loanId: after.id,
            causedBy: repaymentId,
            amountRupiah: entry.amountRupiah,
            version: after.versions.length,
            ...schedule,
          },
        ]
      : [],
  );
}

function getLoan(loans: ReadonlyMap<string, LoanDue>, loanId: string): LoanDue {
  const loan = loans.get(loanId);
  if (!loan) throw lendingProblems.unknownLoan();
  return loan;
}

/** Whoever covers must answer for the same debts: a borrower of the same lending group. */
function getPeer(sheet: RepaymentSheet, loan: LoanDue, payerId: string): LoanDue {
  if (payerId === loan.personId) throw lendingProblems.coversHerself({ name: loan.name });
  const peer = sheet.loans.find(
    (other) =>
      other.personId === payerId &&
      other.lendingGroupId === loan.lendingGroupId &&
      other.claimAccountId,
  );
  if (!peer || loan.lendingGroupId === null)
    throw lendingProblems.coverByStranger({ name: loan.name });
  return peer;
}

/** Peers cover what is due, not what is to come. */
function assertStillDue(
  sheet: RepaymentSheet,
  loan: LoanDue,
  cover: { owed: OwedState; amountRupiah: Rupiah },
): void {
  const { dueRupiah } = standingWithCharges(cover.owed, sheet.on);
  if (cover.amountRupiah > dueRupiah) {
    throw lendingProblems.coverMoreThanDue({
      name: loan.name,
      number: loan.number,
      due: dueRupiah,
    });
  }
}

function plannedCover(
  loan: LoanDue,
  cover: { payerId: string; amountRupiah: Rupiah; repaymentOrder: number },
  newId: () => string,
): PlannedCover {
  return {
    id: newId(),
    claimId: newId(),
    lendingGroupId: loan.lendingGroupId ?? '',
    loanId: loan.loanId,
    obligorId: loan.personId,
    ...cover,
  };
}

function loanAfter(
  sheet: RepaymentSheet,
  loan: LoanDue,
  done: { owed: OwedState; repayments: readonly PlannedRepayment[] },
): LoanAfter {
  const { principal, interest, life } = done.owed;
  const standing = standingWithCharges(done.owed, sheet.on);
  const mine = done.repayments.filter((repayment) => repayment.loanId === loan.loanId);
  const total = (covered: boolean) =>
    mine.filter((r) => (r.coverId !== null) === covered).reduce((sum, r) => sum + amountOf(r), 0n);
  const charged = (part: 'fee' | 'penalty') => mine.reduce((sum, r) => sum + (r[part] ?? 0n), 0n);
  return {
    loanId: loan.loanId,
    before: loan.paid,
    paid: { principal, interest },
    fee: charged('fee'),
    penalty: charged('penalty'),
    standing,
    paidByHerself: total(false),
    covered: total(true),
    instalmentRupiah: loan.instalmentRupiah,
    closed: life ? life.state === 'closed' : standing.payoffRupiah === 0n,
    version:
      life && life.versions.length > (loan.life?.versions.length ?? 0)
        ? life.versions.length
        : null,
  };
}

function owedBefore({ schedule, paid, charges, life }: LoanDue): OwedState {
  return { ...paid, schedule, charges: charges?.open ?? [], life };
}

function amountOf({ principal, interest, fee = 0n, penalty = 0n }: PlannedRepayment): Rupiah {
  return principal + interest + fee + penalty;
}

/** The instalment a meeting asks for, with the charges that fell due since: see `instalmentBetween`. */
export function instalmentToday(
  loan: { owed: OwedState; disbursedOn: BusinessDate },
  dates: { lastMeetingOn: BusinessDate | null; on: BusinessDate },
): Rupiah {
  const span = { after: dates.lastMeetingOn ?? loan.disbursedOn, until: dates.on };
  return (
    instalmentBetween(loan.owed.schedule, loan.owed, span) + chargesBetween(loan.owed.charges, span)
  );
}
