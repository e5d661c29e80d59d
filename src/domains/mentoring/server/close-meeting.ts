import { randomBytes } from 'node:crypto';
import { takeNumbers } from '#domains/access/server/index.ts';
import { getBook, postJournals } from '#domains/ledger/server/index.ts';
import { planRepayments } from '#domains/lending/repayment-sheet.ts';
import type { LoanDue } from '#domains/lending/repayment-sheet.ts';
import { lockLoansOfGroup, recordRepayments } from '#domains/lending/server/index.ts';
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
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { checkSheet } from '../check-sheet.ts';
import { closeMeetingInput } from '../input.ts';
import type { SheetBody } from '../input.ts';
import { mentoringProblems } from '../problems.ts';
import { loanPayments, sheetMembers } from '../sheet-payments.ts';
import { handedOver, totalsOf } from '../sheet.ts';
import { bagOf } from './bag-store.ts';
import { assertPlanned, getMeeting, placeOfMeeting } from './meeting-store.ts';
import type { StoredMeeting } from './meeting-store.ts';
import { collectorOf, membersOfGroup } from './sheet-source.ts';
import type { Collector } from './sheet-source.ts';
import { recordSheet } from './sheet-store.ts';
import type { NewReceipt } from './sheet-store.ts';

/**
 * Closes a meeting with its whole sheet: who came, repayments, covers, savings, topic, problems, the cash count.
 * All of it is kept or nothing, and the cash goes to the bag of whoever closes it.
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
    const loans = await lockLoansOfGroup(tx, { groupId: meeting.groupId, on: meeting.heldOn });
    const members = sheetMembers(await membersOfGroup(tx, meeting.groupId), loans);
    const refused = checkSheet(members, body);
    if (refused) throw refused;
    const totals = totalsOf(members, body);

    const collector = await collectorOf(tx, loans);
    if (totals.totalRupiah > 0n && !collector) throw mentoringProblems.nowhereToSave();
    const closing = { meeting, body, loans, context };
    if (collector) await takeMoney(tx, closing, collector);
    const receipts = await numberReceipts(tx, closing);
    await recordSheet(tx, {
      body,
      totals,
      receipts,
      institutionId: collector?.institutionId ?? null,
      heldOn: meeting.heldOn,
      commandId: context.id,
      markedBy: context.actor.userId,
      now: context.now,
    });
    await recordPresence(tx, closing);
    const cases = await raiseProblems(tx, closing);
    return {
      answer: {
        meetingId: meeting.id,
        receivedRupiah: totals.totalRupiah.toString(),
        receipts: receipts.map(({ id, number, personId, token }) => ({
          id,
          number,
          personId,
          token,
        })),
        cases: cases.map(({ id, number }) => ({ id, number })),
      },
      audit: {
        subject: { kind: 'meeting', id: meeting.id },
        says: {
          id: `Menutup pertemuan ${meeting.groupName} ${formatDate(meeting.heldOn, 'id')}: ${totals.present} dari ${totals.members} hadir, ${formatRupiah(totals.totalRupiah, 'id')} diterima`,
          en: `Closed the meeting of ${meeting.groupName} on ${formatDate(meeting.heldOn, 'en')}: ${totals.present} of ${totals.members} present, ${formatRupiah(totals.totalRupiah, 'en')} received`,
        },
        data: {
          expectedRupiah: totals.expectedRupiah.toString(),
          receivedRupiah: totals.totalRupiah.toString(),
          covers: body.covers.length,
          problems: cases.length,
          count: body.count,
        },
      },
      events: [
        {
          kind: 'mentoring.meeting-closed',
          body: { meetingId: meeting.id, groupId: meeting.groupId },
        },
      ],
    };
  },
});

interface Closing {
  readonly meeting: StoredMeeting;
  readonly body: SheetBody;
  readonly loans: readonly LoanDue[];
  readonly context: CommandContext;
}

/** Posts repayments, covers and savings in one call to the books, then writes what they mean. */
async function takeMoney(tx: Tx, closing: Closing, collector: Collector): Promise<void> {
  const { meeting, body, loans, context } = closing;
  const book = await getBook(tx, collector.institutionId);
  const bag = await bagOf(tx, {
    mentorId: context.actor.userId,
    institutionId: collector.institutionId,
    bookId: book.id,
  });
  const moment = {
    on: meeting.heldOn,
    businessDate: context.today,
    cashAccountId: bag.accountId,
  } as const;
  const plan = planRepayments(
    {
      ...moment,
      ...loanPayments(body, loans),
      bookId: book.id,
      interestIncomeAccountId: book.accounts.interestIncome,
      source: 'meeting',
      sourceId: meeting.id,
      recordedAt: context.now,
      loans,
    },
    newId,
  );
  const deposits = planDeposits(
    {
      ...moment,
      source: 'meeting',
      sourceId: meeting.id,
      deposits: await depositsOf(tx, closing, collector),
    },
    newId,
  );
  await postJournals(tx, {
    bookId: book.id,
    commandId: context.id,
    journals: [...plan.journals, ...deposits.journals],
  });
  await recordRepayments(tx, plan);
  await recordMovements(tx, deposits.movements);
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

/** One receipt for everybody who handed something over, numbered in the order of the sheet. */
async function numberReceipts(tx: Tx, { meeting, body, loans }: Closing): Promise<NewReceipt[]> {
  const givers = handedOver(body).filter((one) => one.totalRupiah > 0n);
  if (givers.length === 0) return [];
  const year = Number(meeting.heldOn.slice(0, 4));
  const first = await takeNumbers(tx, { name: 'receipt', year, count: givers.length });
  return givers.map((giver, index) => ({
    ...giver,
    id: newId(),
    number: `KW-${year}-${String(first + index).padStart(6, '0')}`,
    token: randomBytes(16).toString('base64url'),
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
