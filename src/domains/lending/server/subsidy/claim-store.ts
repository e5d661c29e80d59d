import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { subsidyProblems } from '../../subsidy/problems.ts';
import type { ClaimStanding } from '../../subsidy/subsidy-claim.ts';

export interface Claim extends ClaimStanding {
  readonly id: string;
  readonly agreementId: string;
  readonly month: BusinessDate;
}

/** Takes a claim for this transaction. @throws Refusal `lending.unknown-claim` */
export async function lockClaim(tx: Tx, id: string): Promise<Claim> {
  const { rows } = await sql<Claim>`
    select c.id, c.agreement_id as "agreementId", c.month, c.number, c.state, c.total, c.accepted, a.digits
    from lending.subsidy_claim c
    join lending.subsidy_agreement a on a.city_id = c.city_id and a.id = c.agreement_id
    where c.city_id = ${tx.city} and c.id = ${id} for update of c`.execute(tx);
  if (!rows[0]) throw subsidyProblems.unknownClaim();
  return rows[0];
}

export async function findClaimOfMonth(
  db: Reader,
  wanted: { agreementId: string; month: BusinessDate },
): Promise<{ number: string } | null> {
  const { rows } = await sql<{ number: string }>`
    select number from lending.subsidy_claim
    where city_id = ${db.city} and agreement_id = ${wanted.agreementId} and month = ${wanted.month}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** What is not claimed yet up to a day: how many lines and their sum. */
export async function unclaimed(
  db: Reader,
  wanted: { agreementId: string; until: BusinessDate },
): Promise<{ lines: number; total: bigint }> {
  const { rows } = await sql<{ lines: number; total: bigint }>`
    select count(*)::int as lines, coalesce(sum(amount), 0)::bigint as total from lending.subsidy_accrual
    where city_id = ${db.city} and agreement_id = ${wanted.agreementId} and claim_id is null and on_day <= ${wanted.until}`.execute(
    db,
  );
  return rows[0] ?? { lines: 0, total: 0n };
}

/** Writes a claim and gives it every unclaimed line up to the end of its month. */
export async function insertClaim(
  tx: Tx,
  claim: {
    id: string;
    agreementId: string;
    month: BusinessDate;
    until: BusinessDate;
    number: string;
    total: bigint;
    lines: number;
    by: string;
    at: Date;
  },
): Promise<void> {
  await sql`
    insert into lending.subsidy_claim (city_id, id, agreement_id, month, number, total, lines, state, drafted_by, drafted_at)
    values (${tx.city}, ${claim.id}, ${claim.agreementId}, ${claim.month}, ${claim.number}, ${claim.total}, ${claim.lines}, 'drafted',
      ${claim.by}, ${claim.at}::timestamptz)`.execute(tx);
  await sql`
    update lending.subsidy_accrual set claim_id = ${claim.id}
    where city_id = ${tx.city} and agreement_id = ${claim.agreementId} and claim_id is null and on_day <= ${claim.until}`.execute(
    tx,
  );
}

export async function markSent(
  tx: Tx,
  step: { id: string; by: string; at: Date; letter: unknown },
): Promise<void> {
  await sql`
    update lending.subsidy_claim set state = 'sent', sent_by = ${step.by}, sent_at = ${step.at}::timestamptz,
      letter = ${JSON.stringify(step.letter)}::jsonb
    where city_id = ${tx.city} and id = ${step.id}`.execute(tx);
}

export async function markAnswered(
  tx: Tx,
  step: { id: string; by: string; accepted: bigint; on: BusinessDate; note: string },
): Promise<void> {
  await sql`
    update lending.subsidy_claim set state = 'answered', accepted = ${step.accepted}, answered_on = ${step.on},
      answer_note = ${step.note}, answered_by = ${step.by}
    where city_id = ${tx.city} and id = ${step.id}`.execute(tx);
}

export async function markPaid(
  tx: Tx,
  step: { id: string; by: string; paid: bigint; on: BusinessDate; reference: string },
): Promise<void> {
  await sql`
    update lending.subsidy_claim set state = 'paid', paid = ${step.paid}, paid_on = ${step.on},
      payment_reference = ${step.reference}, paid_by = ${step.by}
    where city_id = ${tx.city} and id = ${step.id}`.execute(tx);
}
