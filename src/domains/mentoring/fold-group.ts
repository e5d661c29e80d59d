import { allocateByInstalment } from '#domains/lending/allocation.ts';
import { dueOn } from '#domains/lending/due-on.ts';
import type { FieldCharge, FieldLoan } from '#domains/lending/due-on.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { smaller, sum } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { DocumentClaim, DocumentMeeting, GroupDocument } from './group-document.ts';
import { closeMeetingInput } from './input.ts';
import type { SheetBody } from './input.ts';
import { loanPayments } from './sheet-payments.ts';
import { totalsOf } from './sheet.ts';
import { receiptFor } from './check-extras.ts';
import { coveredDebt } from './lender-parts.ts';
import { membersOn } from './group-document.ts';
import type { SheetMember } from './sheet-member.ts';
import { bagsOf, takingsOf } from './takings.ts';

/** A command on the phone whose effect the document does not hold yet. */
export interface PendingOfGroup {
  readonly kind: string;
  readonly body: unknown;
}

/**
 * The group as it stands once what waits on the phone has been applied: meetings closed, instalments paid, claims grown and
 * shrunk, savings added, receipts given, without their numbers. A command that is not the group's leaves it as it is.
 */
export function foldGroup(
  document: GroupDocument,
  pending: readonly PendingOfGroup[],
): GroupDocument {
  return pending.reduce((group, { kind, body }) => {
    if (kind !== 'mentoring.close-meeting') return group;
    const sheet = closeMeetingInput.safeParse(body);
    if (!sheet.success) return group;
    const meeting = group.meetings.find((one) => one.id === sheet.data.meetingId);
    return meeting?.state === 'planned' ? closed(group, meeting, sheet.data) : group;
  }, document);
}

function closed(group: GroupDocument, meeting: DocumentMeeting, body: SheetBody): GroupDocument {
  const on = meeting.heldOn;
  const members = membersOn(group, on);
  const totals = totalsOf(members, body);
  const due = group.loans.map((loan) => ({ ...loan, ...dueOn(loan, on) }));
  const { payments, covers } = loanPayments(members, body, due);
  const paid = Map.groupBy([...payments, ...covers], (part) => part.loanId);
  const ahead = due
    .filter((loan) => loan.paidAheadSaves && sumOf(paid.get(loan.loanId)) > loan.standing.dueRupiah)
    .map((loan) => loan.personId);
  return {
    ...group,
    ...(ahead.length > 0 && { plansAwaited: [...(group.plansAwaited ?? []), ...ahead] }),
    members: group.members.map((member) => saved(member, savedBy(body, member.personId))),
    loans: group.loans
      .map((loan) => ({
        ...(paid.get(loan.loanId) ?? []).reduce(
          (now, part) => repaid(now, part.amountRupiah, on),
          loan,
        ),
        marks: [on, ...loan.marks.filter((day) => day !== on)].sort().reverse().slice(0, 6),
      }))
      .filter((loan) => dueOn(loan, on).standing.payoffRupiah > 0n),
    claims: [...repaidClaims(group.claims, body), ...newClaims(members, body)],
    meetings: group.meetings.map((one) =>
      one.id === meeting.id
        ? {
            ...one,
            state: 'closed' as const,
            presentCount: totals.present,
            memberCount: totals.members,
            expectedRupiah: totals.expectedRupiah.toString(),
            receivedRupiah: totals.totalRupiah.toString(),
          }
        : one,
    ),
    receipts: [...givenReceipts(group, { members, on }, body), ...group.receipts],
    lastTopic:
      body.topicCode !== null && body.topicCode !== 'other' ? body.topicCode : group.lastTopic,
  };
}

const sumOf = (parts: readonly { readonly amountRupiah: Rupiah }[] = []) =>
  sum(parts.map((part) => part.amountRupiah));

/** Paid off with money ahead: what interest was still to come is asked of nobody. */
function paidOff(loan: FieldLoan): FieldLoan {
  const { principalDue, interestDue } = loan.schedule;
  const paid = { principal: principalDue.at(-1) ?? '0', interest: interestDue.at(-1) ?? '0' };
  return { ...loan, charges: [], paid };
}

/** Charges first, the oldest first, then instalment by instalment, as the usual product does. */
function repaid(loan: FieldLoan, amountRupiah: Rupiah, on: BusinessDate): FieldLoan {
  if (loan.paidAheadSaves && amountRupiah >= dueOn(loan, on).standing.payoffRupiah)
    return paidOff(loan);
  let left = amountRupiah;
  const charges = loan.charges.flatMap((charge): FieldCharge[] => {
    const part = charge.onDay <= on ? smaller(left, BigInt(charge.amountRupiah)) : 0n;
    left -= part;
    const open = BigInt(charge.amountRupiah) - part;
    return open > 0n ? [{ ...charge, amountRupiah: open.toString() }] : [];
  });
  const schedule = {
    dueOn: loan.schedule.dueOn,
    principalDue: loan.schedule.principalDue.map(BigInt),
    interestDue: loan.schedule.interestDue.map(BigInt),
  };
  const before = { principal: BigInt(loan.paid.principal), interest: BigInt(loan.paid.interest) };
  const { principal, interest } = allocateByInstalment(schedule, before, left);
  return {
    ...loan,
    charges,
    lastEntryOn: loan.lastEntryOn !== null && loan.lastEntryOn < on ? on : loan.lastEntryOn,
    paid: {
      principal: (before.principal + principal).toString(),
      interest: (before.interest + interest).toString(),
    },
  };
}

function savedBy(body: SheetBody, personId: string): Rupiah {
  return body.lines.find((line) => line.personId === personId)?.savingsRupiah ?? 0n;
}

type Member = GroupDocument['members'][number];

function saved(member: Member, amountRupiah: Rupiah): Member {
  if (amountRupiah === 0n) return member;
  const before = member.savings.find((one) => one.kind === 'voluntary')?.rupiah ?? '0';
  const rupiah = (BigInt(before) + amountRupiah).toString();
  return {
    ...member,
    savings: [
      ...member.savings.filter((one) => one.kind !== 'voluntary'),
      { kind: 'voluntary', rupiah },
    ].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
  };
}

function repaidClaims(claims: readonly DocumentClaim[], body: SheetBody): DocumentClaim[] {
  return body.claims.reduce(
    (open, { debtorId, creditorId, amountRupiah }) => {
      let left = amountRupiah;
      return open.flatMap((claim) => {
        const hers =
          claim.debtorId === debtorId && (!creditorId || claim.creditorId === creditorId);
        const part = hers ? smaller(left, BigInt(claim.owedRupiah)) : 0n;
        left -= part;
        const owed = BigInt(claim.owedRupiah) - part;
        return owed > 0n ? [{ ...claim, owedRupiah: owed.toString() }] : [];
      });
    },
    [...claims],
  );
}

function newClaims(members: readonly SheetMember[], body: SheetBody): DocumentClaim[] {
  const byId = new Map(members.map((member) => [member.personId, member]));
  return body.covers.map((cover) => {
    const { obligorId, payerId, amountRupiah } = cover;
    const obligor = byId.get(obligorId);
    const payer = byId.get(payerId);
    const debt = obligor && payer && coveredDebt(cover, obligor, payer);
    return {
      id: [body.meetingId, obligorId, payerId, debt?.institutionId].join(':'),
      lendingGroupId: debt?.lendingGroupId ?? '',
      debtorId: obligorId,
      creditorId: payerId,
      owedRupiah: amountRupiah.toString(),
    };
  });
}

function givenReceipts(
  group: GroupDocument,
  { members, on }: { members: readonly SheetMember[]; on: BusinessDate },
  body: SheetBody,
): GroupDocument['receipts'] {
  const names = new Map(group.keepers.map((one) => [one.institutionId, one.institutionName]));
  const takings = takingsOf(members, body);
  return takings.flatMap((taking) => {
    const receipt = receiptFor(body.receipts ?? [], taking, takings);
    if (!receipt) return [];
    return [
      {
        id: receipt.id,
        number: '',
        meetingId: body.meetingId,
        personId: taking.personId,
        on,
        institutionName: names.get(taking.institutionId ?? '') ?? '',
        repaymentRupiah: taking.repaymentRupiah.toString(),
        coverRupiah: taking.coverRupiah.toString(),
        savingsRupiah: taking.savingsRupiah.toString(),
        totalRupiah: taking.totalRupiah.toString(),
        token: receipt.token,
      },
    ];
  });
}

/** Charges a member's next payment settles first, by person; only who has some. */
export function chargesOn(
  document: Pick<GroupDocument, 'loans'>,
  on: BusinessDate,
): ReadonlyMap<string, Rupiah> {
  const charges = new Map<string, Rupiah>();
  for (const loan of document.loans) {
    for (const { dueOn: day, amount } of dueOn(loan, on).openCharges)
      if (day <= on) charges.set(loan.personId, (charges.get(loan.personId) ?? 0n) + amount);
  }
  return charges;
}

/** Meetings' cash by the institution that takes it, for what a mentor carries and has not handed over. */
export function cashWaiting(
  groups: readonly GroupDocument[],
  pending: readonly PendingOfGroup[],
): { institutionId: string; institutionName: string; rupiah: Rupiah }[] {
  const byInstitution = new Map<string, Rupiah>();
  for (const { kind, body } of pending) {
    if (kind !== 'mentoring.close-meeting') continue;
    const sheet = closeMeetingInput.safeParse(body);
    if (!sheet.success) continue;
    const { meetingId } = sheet.data;
    for (const group of groups) {
      const meeting = group.meetings.find((one) => one.id === meetingId);
      if (!meeting) continue;
      for (const [id, rupiah] of bagsOf(takingsOf(membersOn(group, meeting.heldOn), sheet.data)))
        if (id !== null) byInstitution.set(id, (byInstitution.get(id) ?? 0n) + rupiah);
    }
  }
  const names = new Map(
    groups.flatMap((group) =>
      group.keepers.map((one) => [one.institutionId, one.institutionName] as const),
    ),
  );
  return [...byInstitution].map(([institutionId, rupiah]) => ({
    institutionId,
    institutionName: names.get(institutionId) ?? '',
    rupiah,
  }));
}
