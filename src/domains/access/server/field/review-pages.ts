import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Words } from '#kernel/words.ts';
import { pageOf } from '#platform/db/list-ask.ts';
import type { ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { ReviewFact, ReviewKind } from '../../field-rule.ts';
import type { Scope } from '../../who-may.ts';
import type { ReviewAnswer } from './review-store.ts';

/** Something from the field that waits for a reviewer, or was settled. */
export interface ReviewRow {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly says: Words;
  readonly madeBy: string;
  readonly madeByName: string;
  /** By the phone's clock. */
  readonly madeAt: Date;
  readonly raisedAt: Date;
  readonly state: 'open' | 'settled';
  readonly answer: ReviewAnswer | null;
  readonly reason: string | null;
  readonly settledByName: string | null;
  readonly settledAt: Date | null;
}

export interface ReviewDetail extends ReviewRow {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Who entered what the city has; empty where nothing stands against it. */
  readonly firstBy: string;
  readonly facts: readonly ReviewFact[];
  /** The field's side changes something by itself when it counts. */
  readonly corrects: boolean;
  readonly deviceName: string | null;
  readonly seq: number | null;
}

const rowSql = sql`r.id, r.kind, r.says, r.made_by as "madeBy", coalesce(m.name, '') as "madeByName", r.made_at as "madeAt",
  r.raised_at as "raisedAt", r.state, r.answer, r.reason, s.name as "settledByName", r.settled_at as "settledAt"`;

const joined = sql`from access.field_review r
  left join access.user_account m on m.city_id = r.city_id and m.id = r.made_by
  left join access.user_account s on s.city_id = r.city_id and s.id = r.settled_by`;

/** Open ones, the oldest first; or those settled, the last first. */
export async function listReviews(
  db: Reader,
  asked: { scope: Scope; state: 'open' | 'settled'; size: number; offset: number },
): Promise<ListPage<ReviewRow>> {
  const within = sql`r.city_id = ${db.city} and r.state = ${asked.state} and ${withinScope(asked.scope)}`;
  const { rows } = await sql<ReviewRow>`
    select ${rowSql} ${joined} where ${within}
    order by case when r.state = 'open' then r.raised_at end, r.settled_at desc, r.id ${pageOf(asked)}`.execute(
    db,
  );
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from access.field_review r where ${within}`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

export async function findReview(
  db: Reader,
  asked: { id: string; scope: Scope },
): Promise<ReviewDetail | null> {
  const { rows } = await sql<Omit<ReviewDetail, 'seq'> & { seq: bigint | null }>`
    select ${rowSql}, r.subject_kind as "subjectKind", r.subject_id as "subjectId", coalesce(r.facts ->> 'firstBy', '') as "firstBy",
      coalesce(r.facts -> 'facts', '[]') as facts, r.facts ? 'remedy' as corrects, d.name as "deviceName", r.seq
    ${joined} left join access.device d on d.city_id = r.city_id and d.id = r.device_id
    where r.city_id = ${db.city} and r.id = ${asked.id} and ${withinScope(asked.scope)}`.execute(
    db,
  );
  const row = rows[0];
  return row ? { ...row, seq: row.seq === null ? null : Number(row.seq) } : null;
}

/** How many wait, for somebody who may settle them: her own are another's to look at. */
export async function countOpenReviews(
  db: Reader,
  asked: { scope: Scope; userId: string },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from access.field_review r
    where r.city_id = ${db.city} and r.state = 'open' and r.made_by <> ${asked.userId} and ${withinScope(asked.scope)}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** What has no place (a record nobody could read) is the whole city's. */
function withinScope(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`;
  return sql<boolean>`(r.kecamatan_code = any (${[...scope.kecamatan]}::text[])
    or r.kelurahan_code = any (${[...scope.kelurahan]}::text[]) or r.group_id = any (${[...scope.group]}::uuid[]))`;
}
