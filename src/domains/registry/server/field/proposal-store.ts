import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Subject } from './profile-store.ts';

/** A value that did not become the standing one. A NIK comes sealed, its value being its last four digits. */
export interface NewProposal {
  readonly subject: Subject;
  readonly field: string;
  readonly base: string | null;
  readonly standing: string | null;
  readonly value: string | null;
  readonly sealed?: { readonly sealed: Buffer; readonly blindIndex: Buffer };
}

/** What a value came from: the encounter or the correction that gave it. */
export interface ValueSource {
  readonly kind: 'encounter' | 'correction';
  readonly id: string;
}

export async function insertProposals(
  tx: Tx,
  proposals: readonly NewProposal[],
  about: { source: ValueSource; by: { userId: string; name: string }; now: Date },
): Promise<void> {
  const { source, by, now } = about;
  if (proposals.length === 0) return;
  const rows = proposals.map(({ subject, sealed, ...one }) => ({
    id: newId(),
    subject_kind: subject.kind,
    subject_id: subject.id,
    ...one,
    sealed: sealed ? `\\x${sealed.sealed.toString('hex')}` : null,
    blind_index: sealed ? `\\x${sealed.blindIndex.toString('hex')}` : null,
  }));
  await sql`
    insert into registry.profile_proposal (city_id, id, subject_kind, subject_id, field, base_value, standing_value,
      proposed_value, sealed, blind_index, source_kind, source_id, proposed_at, proposed_by, proposed_name)
    select ${tx.city}, r.id, r.subject_kind, r.subject_id, r.field, r.base, r.standing, r.value, r.sealed, r.blind_index,
      ${source.kind}, ${source.id}::uuid, ${now}::timestamptz, ${by.userId}::uuid, ${by.name}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, subject_kind text, subject_id uuid, field text,
      base text, standing text, value text, sealed bytea, blind_index bytea)`.execute(tx);
}

/** Keeps what somebody said of a record, whether or not it became the standing value. */
export async function keepSpokenValues(
  tx: Tx,
  values: readonly { subject: Subject; field: string; value: string }[],
  { source, context }: { source: ValueSource; context: CommandContext },
): Promise<void> {
  if (values.length === 0) return;
  const origin = { [source.kind]: source.id, by: context.actor.userId, byName: context.actor.name };
  const rows = values.map(({ subject, ...one }) => ({
    id: newId(),
    kind: subject.kind,
    subject_id: subject.id,
    ...one,
  }));
  await sql`
    insert into registry.source_value (city_id, id, subject_kind, subject_id, field, value, origin, recorded_at)
    select ${tx.city}, r.id, r.kind, r.subject_id, r.field, r.value, ${JSON.stringify(origin)}::jsonb,
      ${context.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, subject_id uuid, field text, value text)`.execute(
    tx,
  );
}

export interface TakenProposal {
  readonly id: string;
  readonly subject: Subject;
  readonly field: string;
  readonly value: string | null;
  readonly sealed: Buffer | null;
  readonly blindIndex: Buffer | null;
  readonly state: 'open' | 'accepted' | 'kept';
  readonly proposedBy: string;
  readonly decidedName: string | null;
}

/** A proposal with its row taken. */
export async function takeProposal(tx: Tx, id: string): Promise<TakenProposal | null> {
  const { rows } = await sql<TakenProposal>`
    select id, jsonb_build_object('kind', subject_kind, 'id', subject_id) as subject, field, proposed_value as value, sealed,
      blind_index as "blindIndex", state, proposed_by as "proposedBy", decided_name as "decidedName"
    from registry.profile_proposal where city_id = ${tx.city} and id = ${id} for update`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Where a proposal is about, without taking it. */
export async function subjectOfProposal(db: Reader, id: string): Promise<Subject | null> {
  const { rows } = await sql<Subject>`
    select subject_kind as kind, subject_id as id from registry.profile_proposal
    where city_id = ${db.city} and id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function closeProposal(
  tx: Tx,
  id: string,
  decided: { state: 'accepted' | 'kept'; reason: string | null; context: CommandContext },
): Promise<void> {
  const { actor, now } = decided.context;
  await sql`
    update registry.profile_proposal set state = ${decided.state}, reason = ${decided.reason},
      decided_at = ${now}::timestamptz, decided_by = ${actor.userId}::uuid, decided_name = ${actor.name}
    where city_id = ${tx.city} and id = ${id}`.execute(tx);
}
