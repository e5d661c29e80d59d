import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { ServiceKind } from './service-store.ts';

/** One dated thing a person received. */
export interface LifeEvent {
  readonly kind: ServiceKind;
  readonly on: BusinessDate;
  readonly byName: string;
  readonly source: { readonly kind: string; readonly id: string };
}

/** A person's line of life under all her records, newest first; at most `limit` (default 50) and what lies before `before`, for paging on. */
export async function lifeLineOf(
  db: Reader,
  wanted: { personId: string; limit?: number; before?: BusinessDate },
): Promise<LifeEvent[]> {
  const { rows } = await sql<{
    kind: ServiceKind;
    on_day: BusinessDate;
    by_name: string;
    source_kind: string;
    source_id: string;
  }>`
    select kind, on_day, by_name, source_kind, source_id from programmes.service
    where city_id = ${db.city} and person_id in (
        select id from registry.person where city_id = ${db.city} and (id = ${wanted.personId} or merged_into = ${wanted.personId}))
      and (${wanted.before ?? null}::date is null or on_day < ${wanted.before ?? null}::date)
    order by on_day desc, id desc limit ${wanted.limit ?? 50}`.execute(db);
  return rows.map((row) => ({
    kind: row.kind,
    on: row.on_day,
    byName: row.by_name,
    source: { kind: row.source_kind, id: row.source_id },
  }));
}
