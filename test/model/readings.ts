import type { WorldHouse } from '../house.ts';
import type { Plan } from './loan-model.ts';

/** A plan as it is stored, by its number or by the entry that put it in force; read once, when it is made. */
export async function planOf(
  house: WorldHouse,
  wanted: { loanId: string; version: number } | { entryId: string },
): Promise<Plan> {
  const [condition, values] =
    'entryId' in wanted
      ? ['event_id = $1', [wanted.entryId]]
      : ['loan_id = $1 and version = $2', [wanted.loanId, wanted.version]];
  const { rows } = await house.app.pools.owner.query<{
    due_on: string[];
    principal_due: (string | bigint)[];
    interest_due: (string | bigint)[];
  }>(
    `select due_on, principal_due, interest_due from lending.schedule_version where ${condition}`,
    values,
  );
  const stored = rows[0];
  if (!stored) return [];
  const part = (sums: readonly (string | bigint)[], i: number) =>
    Number(sums[i] ?? 0) - Number(sums[i - 1] ?? 0);
  return stored.due_on.map((dueOn, i) => ({
    dueOn,
    principal: part(stored.principal_due, i),
    interest: part(stored.interest_due, i),
  }));
}

/** The order in which commands took effect: each writes its line of the audit last, before it lets go of the loan. */
export async function inOrderOfEffect(
  house: WorldHouse,
  commandIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await house.app.pools.owner.query<{ command_id: string; seq: string | bigint }>(
    'select command_id, seq from access.audit_line where command_id = any ($1::uuid[])',
    [commandIds],
  );
  return new Map(rows.map((row) => [row.command_id, Number(row.seq)]));
}

/** Repayments that a meeting wrote: their ids by loan and payer. */
export async function entriesOfMeeting(
  house: WorldHouse,
  meetingId: string,
): Promise<{ id: string; loanId: string; payerId: string; isCover: boolean }[]> {
  const { rows } = await house.app.pools.owner.query<{
    id: string;
    loanId: string;
    payerId: string;
    isCover: boolean;
  }>(
    `select id, loan_id as "loanId", payer_id as "payerId", cover_id is not null as "isCover"
     from lending.repayment where source_id = $1 order by entered`,
    [meetingId],
  );
  return rows;
}

/** Claims between members by id, each with the repayment it came with. */
export async function claimNames(
  house: WorldHouse,
  institutionIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await house.app.pools.owner.query<{ id: string; cover: string }>(
    `select c.id, r.id as cover
     from lending.member_claim c
     join lending.cover v on v.city_id = c.city_id and v.id = c.cover_id
     join lending.loan l on l.city_id = v.city_id and l.id = v.loan_id
     join lending.repayment r on r.city_id = v.city_id and r.cover_id = v.id and r.reverses_id is null
     where l.institution_id = any ($1::uuid[])`,
    [institutionIds],
  );
  return new Map(rows.map((row) => [row.id, row.cover]));
}

/** The loans that a meeting's sheet had before it: each has its mark in the member's own series. */
export async function loansSeenBy(house: WorldHouse, meetingId: string): Promise<Set<string>> {
  const { rows } = await house.app.pools.owner.query<{ id: string }>(
    'select loan_id as id from lending.instalment_mark where meeting_id = $1',
    [meetingId],
  );
  return new Set(rows.map((row) => row.id));
}
