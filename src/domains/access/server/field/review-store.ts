import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { ReviewKind, ReviewSides } from '../../field-rule.ts';

export type ReviewAnswer = 'first' | 'second' | 'both' | 'neither';

/** Something from the field that somebody else than its author has to look at. */
export interface NewReview extends ReviewSides {
  readonly kind: ReviewKind;
  readonly commandId: string;
  readonly commandKind: string;
  /** Null for what was entered with a connection. */
  readonly device: { readonly deviceId: string; readonly seq: number } | null;
  readonly madeBy: string;
  readonly madeAt: string;
  /** The command as it arrived, sealed; null where it was applied and the city has it. */
  readonly kept: Buffer | null;
}

/** Opens reviews; one command raises each kind once for each subject. */
export async function openReviews(tx: Tx, reviews: readonly NewReview[], now: Date): Promise<void> {
  const rows = reviews.map((review) => ({
    id: newId(),
    kind: review.kind,
    subject_kind: review.subject.kind,
    subject_id: review.subject.id,
    says: review.says,
    facts: {
      firstBy: review.firstBy,
      facts: review.facts,
      ...(review.remedy !== undefined && { remedy: review.remedy }),
    },
    kept: review.kept?.toString('hex') ?? null,
    command_id: review.commandId,
    command_kind: review.commandKind,
    device_id: review.device?.deviceId ?? null,
    seq: review.device?.seq ?? null,
    made_by: review.madeBy,
    made_at: review.madeAt,
    kecamatan: review.place.kecamatan ?? null,
    kelurahan: review.place.kelurahan ?? null,
    group_id: review.place.group ?? null,
  }));
  await sql`
    insert into access.field_review (city_id, id, kind, subject_kind, subject_id, says, facts, kept, command_id, command_kind,
      device_id, seq, made_by, made_at, raised_at, kecamatan_code, kelurahan_code, group_id)
    select ${tx.city}, r.id, r.kind, r.subject_kind, r.subject_id, r.says, r.facts, decode(r.kept, 'hex'), r.command_id, r.command_kind,
      r.device_id, r.seq, r.made_by, r.made_at, ${now}, r.kecamatan, r.kelurahan, r.group_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, subject_kind text, subject_id text, says jsonb,
      facts jsonb, kept text, command_id uuid, command_kind text, device_id uuid, seq bigint, made_by uuid, made_at timestamptz,
      kecamatan text, kelurahan text, group_id uuid)
    on conflict do nothing`.execute(tx);
}

export interface OpenReview {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly commandKind: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** What changes when the field's side counts; null where nothing would. */
  readonly remedy: Json;
  readonly state: 'open' | 'settled';
  readonly place: {
    readonly kecamatan: string | null;
    readonly kelurahan: string | null;
    readonly group: string | null;
  };
}

/** Held until the transaction ends, so that two reviewers follow one another. */
export async function lockReview(tx: Tx, id: string): Promise<OpenReview | undefined> {
  const { rows } = await sql<OpenReview>`
    select id, kind, subject_kind as "subjectKind", subject_id as "subjectId", command_kind as "commandKind",
      made_by as "madeBy", made_at as "madeAt", facts -> 'remedy' as remedy, state,
      jsonb_build_object('kecamatan', kecamatan_code, 'kelurahan', kelurahan_code, 'group', group_id) as place
    from access.field_review where city_id = ${tx.city} and id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function settleReview(
  tx: Tx,
  settled: { id: string; answer: ReviewAnswer; reason: string; by: string; now: Date },
): Promise<void> {
  await sql`
    update access.field_review set state = 'settled', answer = ${settled.answer}, reason = ${settled.reason},
      settled_by = ${settled.by}, settled_at = ${settled.now}
    where city_id = ${tx.city} and id = ${settled.id} and state = 'open'`.execute(tx);
}
