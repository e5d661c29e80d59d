import { sql } from 'kysely';
import { owedOf } from '#domains/lending/member-claims.ts';
import { lockClaims } from '#domains/lending/server/index.ts';
import type { StoredClaim } from '#domains/lending/server/index.ts';
import type { LoanDue } from '#domains/lending/repayment-sheet.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { checkRepaid } from '../check-extras.ts';
import type { SheetBody, SheetReceipt } from '../input.ts';
import type { GroupMember } from '../sheet-payments.ts';
import { sheetProblems } from '../sheet-problems.ts';
import type { SheetMember } from '../sheet-member.ts';
import type { Taking } from '../takings.ts';
import type { StoredMeeting } from './meeting-store.ts';
import { membersThatDay } from './sheet-source.ts';

/** A meeting being closed. */
export interface Closing {
  readonly meeting: StoredMeeting;
  readonly body: SheetBody;
  readonly loans: readonly LoanDue[];
  readonly members: readonly SheetMember[];
  readonly takings: readonly Taking[];
  readonly context: CommandContext;
}

/**
 * The members as they were on the meeting's day, for a sheet that arrives late: whoever left since may stand on it, and
 * whoever joined since need not. Looked up only when the sheet and today's members differ.
 */
export async function groupThatDay(
  tx: Tx,
  asked: { meeting: StoredMeeting; body: SheetBody; group: readonly GroupMember[] },
): Promise<GroupMember[]> {
  const { meeting, group } = asked;
  const there = new Set(group.map((member) => member.personId));
  const written = new Set(asked.body.lines.map((line) => line.personId));
  const unknown = [...written].filter((id) => !there.has(id));
  const missing = [...there].filter((id) => !written.has(id));
  if (unknown.length === 0 && missing.length === 0) return [...group];
  const past = await membersThatDay(tx, { ...meeting, personIds: [...unknown, ...missing] });
  const then = new Set(past.map((member) => member.personId));
  return [
    ...group.filter(({ personId }) => written.has(personId) || then.has(personId)),
    ...past.filter(({ personId }) => !there.has(personId)),
  ];
}

/** @throws Refusal `mentoring.receipt-twice` for an id or token that another receipt carries */
export async function assertNewReceipts(tx: Tx, made: readonly SheetReceipt[]): Promise<void> {
  const { rows } = await sql`
    select 1 from mentoring.receipt where city_id = ${tx.city}
      and (id = any (${made.map((one) => one.id)}::uuid[]) or token = any (${made.map((one) => one.token)}::text[]))
    limit 1`.execute(tx);
  if (rows.length > 0) throw sheetProblems.receiptTwice();
}

/**
 * The group's open claims, locked, when the sheet pays some of them back; none otherwise.
 *
 * @throws Refusal `mentoring.claim-too-large`, `mentoring.claim-before-cover`
 */
export async function claimsPaidBack(
  tx: Tx,
  { meeting, body, members }: Closing,
): Promise<StoredClaim[]> {
  if (body.claims.length === 0) return [];
  const claims = await lockClaims(tx, { openOfGroups: [meeting.groupId] });
  const byId = new Map(members.map((member) => [member.personId, member]));
  const debtors = new Set(body.claims.map((claim) => claim.debtorId));
  const later = claims.find(
    (claim) => debtors.has(claim.debtorId) && claim.openedOn > meeting.heldOn,
  );
  const before = claims.filter((claim) => claim.openedOn <= meeting.heldOn);
  const open = (of: readonly StoredClaim[]) =>
    of.map((claim) => ({ ...claim, owedRupiah: owedOf(claim) }));
  const refused = checkRepaid(byId, open(claims), body.claims);
  if (refused) throw refused;
  if (later && checkRepaid(byId, open(before), body.claims))
    throw sheetProblems.claimBeforeCover({ name: later.debtorName });
  return before;
}

/** What members would like to borrow next; whoever writes applications sees it. */
export async function recordWishes(tx: Tx, { meeting, body, context }: Closing): Promise<void> {
  const rows = body.applications.map(({ personId, amountRupiah, purpose }) => ({
    person_id: personId,
    amount: amountRupiah.toString(),
    purpose,
  }));
  await sql`
    insert into mentoring.loan_wish (city_id, meeting_id, person_id, amount_rupiah, purpose, noted_by, noted_at)
    select ${tx.city}, ${meeting.id}::uuid, w.person_id, w.amount, w.purpose, ${context.actor.userId}::uuid, ${context.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (person_id uuid, amount bigint, purpose text)`.execute(
    tx,
  );
}
