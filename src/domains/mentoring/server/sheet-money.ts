import { mergeEntries } from '#domains/ledger/journal.ts';
import type { Journal } from '#domains/ledger/journal.ts';
import { ledgerProblems } from '#domains/ledger/problems.ts';
import { postJournals } from '#domains/ledger/server/index.ts';
import { planRepayments } from '#domains/lending/repayment-sheet.ts';
import type { RepaymentPlan } from '#domains/lending/repayment-sheet.ts';
import { payBackClaims, recordRepayments } from '#domains/lending/server/index.ts';
import type { StoredClaim } from '#domains/lending/server/index.ts';
import type { Movement } from '#domains/savings/deposit.ts';
import {
  openSavingsAccounts,
  planDeposits,
  recordMovements,
} from '#domains/savings/server/index.ts';
import type { KeptAccount } from '#domains/savings/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import { loanPayments } from '../sheet-payments.ts';
import type { LoanPayments } from '../sheet-payments.ts';
import { bagOf } from './bag-store.ts';
import type { Chests } from './bag-store.ts';
import type { Closing } from './sheet-extras.ts';
import type { Keeper } from './sheet-source.ts';

/** What a sheet does in one lender's book. */
export interface LenderMoney {
  readonly journal: Journal;
  readonly bookId: string;
  readonly plan: RepaymentPlan;
  readonly movements: readonly Movement[];
}

/** What the sheet's repayments, covers and savings do: for each lender one journal into its bag of whoever closes it. */
export async function planMoney(
  tx: Tx,
  closing: Closing,
  known: { collectors: readonly Keeper[]; chests: Chests; accounts: readonly KeptAccount[] },
): Promise<LenderMoney[]> {
  const paid = loanPayments(closing.members, closing.body, closing.loans);
  const planned: LenderMoney[] = [];
  // By id of the book, so that two sheets with lenders in common lock in the same order.
  for (const keeper of known.collectors.toSorted((a, b) => (a.bookId < b.bookId ? -1 : 1)))
    planned.push(await planAt(tx, closing, { ...known, keeper, paid }));
  return planned;
}

async function planAt(
  tx: Tx,
  closing: Closing,
  at: {
    keeper: Keeper;
    chests: Chests;
    accounts: readonly KeptAccount[];
    paid: LoanPayments;
  },
): Promise<LenderMoney> {
  const { meeting, context } = closing;
  const { keeper, paid } = at;
  const { institutionId, bookId } = keeper;
  const chest = at.chests.get(institutionId);
  if (!chest) throw ledgerProblems.noBook();
  const loans = closing.loans.filter((loan) => loan.institutionId === institutionId);
  const here = new Set(loans.map((loan) => loan.loanId));
  const bagAccountId =
    chest.bagAccountId ??
    (await bagOf(tx, { ...keeper, mentorId: context.actor.userId })).accountId;
  const saved = await depositsOf(tx, closing, at);
  const moment = {
    on: meeting.heldOn,
    businessDate: context.today,
    journalId: newId(),
    cashAccountId: bagAccountId,
    source: 'meeting',
    sourceId: meeting.id,
  } as const;
  const plan = planRepayments(
    {
      ...moment,
      payments: paid.payments.filter((one) => here.has(one.loanId)),
      covers: paid.covers.filter((one) => here.has(one.loanId)),
      bookId,
      interestIncomeAccountId: chest.interestIncomeAccountId,
      recordedAt: context.now,
      recordedBy: context.actor,
      loans,
    },
    newId,
  );
  const deposits = planDeposits({ ...moment, deposits: saved }, newId);
  return {
    bookId,
    plan,
    movements: deposits.movements,
    journal: {
      id: moment.journalId,
      kind: 'meeting-sheet',
      says: `Setoran pertemuan ${meeting.groupName} ${formatDate(meeting.heldOn, 'id')}`,
      businessDate: moment.businessDate,
      valueDate: moment.on,
      entries: mergeEntries([...plan.entries, ...deposits.entries]),
    },
  };
}

/** The lenders' money and the members' own are posted one after the other: a covered instalment is in both. */
export async function takeMoney(
  tx: Tx,
  closing: Closing,
  { money, claims }: { money: readonly LenderMoney[]; claims: readonly StoredClaim[] },
): Promise<void> {
  const { body, meeting, context } = closing;
  await together(...money.map((one) => takeIntoBag(tx, closing, one)));
  if (body.claims.length === 0) return;
  const asked = { claims, paid: body.claims, on: meeting.heldOn, meetingId: meeting.id };
  await payBackClaims(tx, asked, context);
}

async function takeIntoBag(tx: Tx, { context }: Closing, money: LenderMoney): Promise<void> {
  const { journal, bookId, plan, movements } = money;
  await together(
    journal.entries.length > 0
      ? postJournals(tx, { bookId, commandId: context.id, journals: [journal] })
      : undefined,
    recordRepayments(tx, plan),
    recordMovements(tx, movements),
  );
}

async function depositsOf(
  tx: Tx,
  { takings, context }: Closing,
  { keeper, accounts: known }: { keeper: Keeper; accounts: readonly KeptAccount[] },
) {
  const savers = takings.filter(
    (one) => one.institutionId === keeper.institutionId && one.savingsRupiah > 0n,
  );
  if (savers.length === 0) return [];
  const accounts = await openSavingsAccounts(
    tx,
    {
      bookId: keeper.bookId,
      institutionId: keeper.institutionId,
      openedOn: context.today,
      personIds: savers.map((one) => one.personId),
      kinds: ['voluntary'],
    },
    known.filter((account) => account.institutionId === keeper.institutionId),
  );
  return savers.flatMap(({ personId, savingsRupiah: amountRupiah }) => {
    const account = accounts.find((one) => one.personId === personId && one.kind === 'voluntary');
    return account ? [{ account, amountRupiah }] : [];
  });
}
