import { randomBytes } from 'node:crypto';
import { lockLoansOfGroup } from '#domains/lending/server/index.ts';
import { recordServices } from '#domains/programmes/server/index.ts';
import { savingsAccountsOf } from '#domains/savings/server/index.ts';
import { raiseCases } from '#domains/voice/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Outcome } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import { receiptFor } from '../check-extras.ts';
import { checkSheet } from '../check-sheet.ts';
import { collectorsOf } from '../collectors.ts';
import { closeMeetingInput } from '../input.ts';
import { mentoringProblems } from '../problems.ts';
import { sheetMembers } from '../sheet-payments.ts';
import { totalsOf } from '../sheet.ts';
import type { SheetTotals } from '../sheet.ts';
import { takingsOf } from '../takings.ts';
import { assertPlanned, getMeeting, placeOfMeeting } from './meeting-store.ts';
import { chestsOf } from './bag-store.ts';
import type { Closing } from './sheet-extras.ts';
import { assertNewReceipts, claimsPaidBack, groupThatDay, recordWishes } from './sheet-extras.ts';
import { planMoney, takeMoney } from './sheet-money.ts';
import { allKeepers, membersOfGroup } from './sheet-source.ts';
import { recordSheet } from './sheet-store.ts';
import type { NewReceipt } from './sheet-store.ts';

/**
 * Closes a meeting with its whole sheet: who came, repayments, covers, savings, topic, problems, the cash count.
 * All of it is kept or nothing, and the cash goes to the bags of whoever closes it: one for each institution that takes
 * some of it, posted in that institution's book.
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
    const savers = body.lines.filter((line) => line.savingsRupiah > 0n);
    const [loans, group, keepers, chests, accounts] = await together(
      lockLoansOfGroup(tx, {
        groupId: meeting.groupId,
        on: meeting.heldOn,
      }),
      membersOfGroup(tx, meeting.groupId),
      allKeepers(tx),
      chestsOf(tx, context.actor.userId),
      savers.length > 0
        ? savingsAccountsOf(tx, { personIds: savers.map((line) => line.personId) })
        : [],
    );
    const collectors = collectorsOf(keepers, loans);
    const there = await groupThatDay(tx, { meeting, body, group });
    const members = sheetMembers(there, loans, collectors);
    const refused = checkSheet(members, body);
    if (refused) throw refused;
    const totals = totalsOf(members, body);

    const takings = takingsOf(members, body);
    if (takings.some((taking) => taking.institutionId === null))
      throw new Error('a checked sheet takes no money that nobody keeps');
    const closing = { meeting, body, loans, members, takings, context };
    const money = await planMoney(tx, closing, { collectors, chests, accounts });
    const receipts = receiptsFor(closing);
    if (body.receipts) await assertNewReceipts(tx, body.receipts);
    const claims = await claimsPaidBack(tx, closing);
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

/** One receipt for what each institution takes of each member, in the order of the sheet. */
function receiptsFor({ body, loans, takings }: Closing): NewReceipt[] {
  return takings.map((taking) => {
    const made = receiptFor(body.receipts ?? [], taking, takings);
    const { personId, institutionId } = taking;
    const hers = loans.find(
      (loan) => loan.personId === personId && loan.institutionId === institutionId,
    );
    return {
      ...taking,
      institutionId: institutionId ?? '',
      id: made?.id ?? newId(),
      token: made?.token ?? randomBytes(16).toString('base64url'),
      loanId: hers?.loanId ?? null,
    };
  });
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
