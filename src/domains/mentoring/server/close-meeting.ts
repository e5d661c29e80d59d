import { randomBytes } from 'node:crypto';
import { mergeEntries } from '#domains/ledger/journal.ts';
import type { Journal } from '#domains/ledger/journal.ts';
import { getBook, postJournals } from '#domains/ledger/server/index.ts';
import { planRepayments } from '#domains/lending/repayment-sheet.ts';
import type { RepaymentPlan } from '#domains/lending/repayment-sheet.ts';
import {
  lockLoansOfGroup,
  payBackClaims,
  recordRepayments,
} from '#domains/lending/server/index.ts';
import type { StoredClaim } from '#domains/lending/server/index.ts';
import type { Movement } from '#domains/savings/deposit.ts';
import { recordServices } from '#domains/programmes/server/index.ts';
import {
  openSavingsAccounts,
  planDeposits,
  recordMovements,
} from '#domains/savings/server/index.ts';
import { raiseCases } from '#domains/voice/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Outcome } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import { checkSheet } from '../check-sheet.ts';
import { closeMeetingInput } from '../input.ts';
import { mentoringProblems } from '../problems.ts';
import { loanPayments, sheetMembers } from '../sheet-payments.ts';
import { handedOver, totalsOf } from '../sheet.ts';
import type { SheetTotals } from '../sheet.ts';
import { bagOf } from './bag-store.ts';
import { assertPlanned, getMeeting, placeOfMeeting } from './meeting-store.ts';
import type { Closing } from './sheet-extras.ts';
import { assertNewReceipts, claimsPaidBack, groupThatDay, recordWishes } from './sheet-extras.ts';
import { collectorOf, collectors, membersOfGroup } from './sheet-source.ts';
import type { Collector } from './sheet-source.ts';
import { recordSheet } from './sheet-store.ts';
import type { NewReceipt } from './sheet-store.ts';

/**
 * Closes a meeting with its whole sheet: who came, repayments, covers, savings, topic, problems, the cash count.
 * All of it is kept or nothing, and the cash goes to the bag of whoever closes it.
 *
 * What members pay back to the peers who covered them lies on the table too, and goes on to those peers.
 *
 * Refused when the count differs from the sheet, when the meeting is closed, cancelled or still to come, when
 * somebody pays more than she owes or covers more than is short, and for people outside the group.
 */
export const closeMeeting = defineCommand({
  kind: 'mentoring.close-meeting',
  version: 1,
  input: closeMeetingInput,
  place: (tx, body) => placeOfMeeting(tx, body.meetingId),
  async handle(tx, body, context) {
    const meeting = await getMeeting(tx, body.meetingId);
    assertPlanned(meeting);
    if (meeting.heldOn > context.today)
      throw mentoringProblems.meetingNotYet({ on: meeting.heldOn });
    const [loans, group, keepers] = await together(
      lockLoansOfGroup(tx, { groupId: meeting.groupId, on: meeting.heldOn }),
      membersOfGroup(tx, meeting.groupId),
      collectors(tx),
    );
    const members = sheetMembers(await groupThatDay(tx, { meeting, body, group }), loans);
    const refused = checkSheet(members, body);
    if (refused) throw refused;
    const totals = totalsOf(members, body);

    const collector = collectorOf(keepers, loans);
    if (totals.totalRupiah > 0n && !collector) throw mentoringProblems.nowhereToSave();
    const closing = { meeting, body, loans, context };
    const money = collector ? await planMoney(tx, closing, collector) : null;
    const receipts = receiptsFor(closing);
    if (body.receipts) await assertNewReceipts(tx, body.receipts);
    const claims = await claimsPaidBack(tx, closing, members);
    // All that is written travels together: the books first, so that their refusal is the one that is told; the
    // receipts' counter last, because every other meeting of the city waits for it.
    const [, , cases, numbers] = await together(
      takeMoney(tx, closing, { money, claims }),
      recordPresence(tx, closing),
      raiseProblems(tx, closing),
      recordSheet(tx, {
        body,
        totals,
        receipts,
        institutionId: collector?.institutionId ?? null,
        heldOn: meeting.heldOn,
        commandId: context.id,
        markedBy: context.actor.userId,
        now: context.now,
      }),
      body.applications.length > 0 ? recordWishes(tx, closing) : undefined,
    );
    return {
      answer: {
        meetingId: meeting.id,
        receivedRupiah: totals.totalRupiah.toString(),
        receipts: receipts.map(({ id, personId, token }) => ({
          id,
          number: numbers.get(id) ?? '',
          personId,
          token,
        })),
        cases: cases.map(({ id, number }) => ({ id, number })),
      },
      audit: auditOf(closing, totals, cases.length),
      events: [
        {
          kind: 'mentoring.meeting-closed',
          body: { meetingId: meeting.id, groupId: meeting.groupId },
        },
      ],
    };
  },
});

function auditOf(
  { meeting, body }: Closing,
  totals: SheetTotals,
  problems: number,
): Outcome<unknown>['audit'] {
  return {
    subject: { kind: 'meeting', id: meeting.id },
    says: {
      id: `Menutup pertemuan ${meeting.groupName} ${formatDate(meeting.heldOn, 'id')}: ${totals.present} dari ${totals.members} hadir, ${formatRupiah(totals.totalRupiah, 'id')} diterima`,
      en: `Closed the meeting of ${meeting.groupName} on ${formatDate(meeting.heldOn, 'en')}: ${totals.present} of ${totals.members} present, ${formatRupiah(totals.totalRupiah, 'en')} received`,
    },
    data: {
      expectedRupiah: totals.expectedRupiah.toString(),
      receivedRupiah: totals.totalRupiah.toString(),
      covers: body.covers.length,
      ...(totals.claimRupiah > 0n && { handedOnRupiah: totals.claimRupiah.toString() }),
      ...(body.applications.length > 0 && { applications: body.applications.length }),
      problems,
      count: body.count,
    },
  };
}

interface Money {
  readonly journal: Journal;
  readonly bookId: string;
  readonly plan: RepaymentPlan;
  readonly movements: readonly Movement[];
}

/** What the sheet's repayments, covers and savings do, as one journal into the bag of whoever closes it. */
async function planMoney(tx: Tx, closing: Closing, collector: Collector): Promise<Money> {
  const { meeting, body, loans, context } = closing;
  const [book, bag, accounts] = await together(
    getBook(tx, collector.institutionId),
    bagOf(tx, { ...collector, mentorId: context.actor.userId }),
    depositsOf(tx, closing, collector),
  );
  const moment = {
    on: meeting.heldOn,
    businessDate: context.today,
    journalId: newId(),
    cashAccountId: bag.accountId,
    source: 'meeting',
    sourceId: meeting.id,
  } as const;
  const plan = planRepayments(
    {
      ...moment,
      ...loanPayments(body, loans),
      bookId: book.id,
      interestIncomeAccountId: book.accounts.interestIncome,
      recordedAt: context.now,
      recordedBy: context.actor,
      loans,
    },
    newId,
  );
  const deposits = planDeposits({ ...moment, deposits: accounts }, newId);
  return {
    bookId: book.id,
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

/** The lender's money and the members' own are posted one after the other: a covered instalment is in both. */
async function takeMoney(
  tx: Tx,
  closing: Closing,
  { money, claims }: { money: Money | null; claims: readonly StoredClaim[] },
): Promise<void> {
  const { body, meeting, context } = closing;
  if (money) await takeIntoBag(tx, closing, money);
  if (body.claims.length === 0) return;
  const asked = { claims, paid: body.claims, on: meeting.heldOn, meetingId: meeting.id };
  await payBackClaims(tx, asked, context);
}

async function takeIntoBag(tx: Tx, { context }: Closing, money: Money): Promise<void> {
  const { journal, bookId, plan, movements } = money;
  await together(
    journal.entries.length > 0
      ? postJournals(tx, { bookId, commandId: context.id, journals: [journal] })
      : undefined,
    recordRepayments(tx, plan),
    recordMovements(tx, movements),
  );
}

async function depositsOf(tx: Tx, { body, context }: Closing, collector: Collector) {
  const savers = body.lines.filter((line) => line.savingsRupiah > 0n);
  if (savers.length === 0) return [];
  const accounts = await openSavingsAccounts(tx, {
    bookId: collector.bookId,
    institutionId: collector.institutionId,
    openedOn: context.today,
    personIds: savers.map((line) => line.personId),
    kinds: ['voluntary'],
  });
  return savers.flatMap((line) => {
    const account = accounts.find(
      (one) => one.personId === line.personId && one.kind === 'voluntary',
    );
    return account ? [{ account, amountRupiah: line.savingsRupiah }] : [];
  });
}

/** One receipt for everybody who handed something over, in the order of the sheet. */
function receiptsFor({ body, loans }: Closing): NewReceipt[] {
  const made = new Map(body.receipts?.map((receipt) => [receipt.personId, receipt]));
  return handedOver(body)
    .filter((one) => one.totalRupiah > 0n)
    .map((giver) => ({
      ...giver,
      id: made.get(giver.personId)?.id ?? newId(),
      token: made.get(giver.personId)?.token ?? randomBytes(16).toString('base64url'),
      loanId: loans.find((loan) => loan.personId === giver.personId)?.loanId ?? null,
    }));
}

async function recordPresence(tx: Tx, { meeting, body, context }: Closing): Promise<void> {
  await recordServices(
    tx,
    body.lines
      .filter((line) => line.presence === 'present')
      .map((line) => ({
        personId: line.personId,
        kind: 'meeting',
        on: meeting.heldOn,
        source: { kind: 'meeting', id: meeting.id },
        byName: context.actor.name,
      })),
  );
}

function raiseProblems(
  tx: Tx,
  { meeting, body, context }: Closing,
): Promise<{ id: string; number: string }[]> {
  return raiseCases(tx, {
    by: context.actor,
    now: context.now,
    today: context.today,
    cases: body.problems.map((problem) => ({
      origin: 'meeting',
      originId: meeting.id,
      topic: problem.topic,
      text: problem.text,
      groupId: meeting.groupId,
      personId: problem.personId,
      kecamatan: meeting.kecamatan,
      assigned: { departmentId: problem.departmentId, dueOn: problem.dueOn },
    })),
  });
}
