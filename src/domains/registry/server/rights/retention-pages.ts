import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { cutOffOf, retentionClasses } from '../../rights/retention.ts';
import type { RetentionClass } from '../../rights/retention.ts';

/** A class with what is past its period today, and what its last run did. */
export interface RetentionRow {
  readonly name: RetentionClass;
  readonly cutOff: BusinessDate;
  readonly due: number;
  readonly held: number;
  readonly lastRun: { readonly at: Date; readonly gone: number; readonly held: number } | null;
}

/** What tonight's run would end, class by class: the very rows it would take. */
export async function previewRetention(db: Reader, today: BusinessDate): Promise<RetentionRow[]> {
  const rows: RetentionRow[] = [];
  for (const name of retentionClasses) {
    const cutOff = cutOffOf(name, today);
    const found = await sql<{
      due: number;
      held: number;
      at: Date | null;
      gone: number;
      kept: number;
    }>`
      select (count(*) filter (where not d.is_held))::int as due, (count(*) filter (where d.is_held))::int as held,
        max(r.ran_at) as at, coalesce(max(r.gone), 0) as gone, coalesce(max(r.held), 0) as kept
      from (select 1) as one
      left join (select p.person is not null and registry.is_held(${db.city}, p.person, ${today}::date) as is_held
        from registry.past_retention(${db.city}, ${name}, ${cutOff}::date) p) d on true
      left join lateral (select ran_at, gone, held from registry.retention_run
        where city_id = ${db.city} and class = ${name} order by ran_at desc, id desc limit 1) r on true`.execute(
      db,
    );
    const [row] = found.rows;
    if (!row) continue;
    const lastRun = row.at ? { at: row.at, gone: row.gone, held: row.kept } : null;
    rows.push({ name, cutOff, due: row.due, held: row.held, lastRun });
  }
  return rows;
}

export interface HoldRow {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly why: string;
  readonly untilOn: BusinessDate;
  readonly setAt: Date;
  readonly setName: string;
}

/** The holds that stand on a day, the one that ends first before the others; of one person only, where she is named. */
export async function listHolds(
  db: Reader,
  asked: { today: BusinessDate; personId?: string },
): Promise<HoldRow[]> {
  const whose = asked.personId ?? null;
  const { rows } = await sql<HoldRow>`
    select h.id, h.person_id as "personId", p.name as "personName", h.why, h.until_on as "untilOn", h.set_at as "setAt",
      h.set_name as "setName"
    from registry.legal_hold h join registry.person p on p.city_id = h.city_id and p.id = h.person_id
    where h.city_id = ${db.city} and h.lifted_at is null and h.until_on >= ${asked.today}::date
      and (${whose}::uuid is null or h.person_id = any (array(select registry.records_of(${db.city}, ${whose}::uuid))))
    order by h.until_on, h.id limit 500`.execute(db);
  return rows;
}
