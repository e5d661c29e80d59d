import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import { neverHanded } from './held-table.ts';
import type { HeldRow, HeldTable } from './held-table.ts';
import { heldTables } from './held-tables.ts';

/** What one table holds of a person, oldest first. */
export interface HeldOfHer {
  readonly table: string;
  readonly rows: readonly { readonly on: string | null; readonly row: HeldRow }[];
}

/**
 * All that any table holds of a person under any of her records, whole rows without keys and hashes: what access under
 * UU 27/2022 art. 7 and 32 means. Tables that hold nothing of her are left out.
 */
export async function everythingHeld(db: Reader, personId: string): Promise<HeldOfHer[]> {
  const held: HeldOfHer[] = [];
  for (const [table, of] of Object.entries(heldTables)) {
    const rows = await rowsOf(db, { personId, table, of });
    if (rows.length > 0) held.push({ table, rows });
  }
  return held;
}

async function rowsOf(
  db: Reader,
  asked: { personId: string; table: string; of: HeldTable },
): Promise<{ on: string | null; row: HeldRow }[]> {
  const { personId, table, of } = asked;
  const without = [...neverHanded, ...(of.without ?? [])];
  const also = Object.entries(of.also ?? {}).map(
    ([name, column]) => sql`${sql.lit(name)}, ${sql.raw(column)}`,
  );
  const more = also.length > 0 ? sql`|| jsonb_build_object(${sql.join(also)})` : sql``;
  const { rows } = await sql<{ on: string | null; row: HeldRow }>`
    with hers as materialized (select id from registry.records_of(${db.city}, ${personId}::uuid) as id),
      businesses as materialized (select b.id from registry.business b
        where b.city_id = ${db.city} and b.owner_id in (select id from hers)),
      memberships as materialized (select m.id from registry.membership m
        where m.city_id = ${db.city} and m.person_id in (select id from hers)),
      loans as materialized (select l.id from lending.loan l
        where l.city_id = ${db.city} and l.person_id in (select id from hers)),
      partner_loans as materialized (select l.id from lending.partner_loan l
        where l.city_id = ${db.city} and l.person_id in (select id from hers))
    select ${sql.raw(of.on ?? 'null::date')} as "on", to_jsonb(t) - ${without}::text[] ${more} as row
    from ${sql.table(table)} t where t.city_id = ${db.city} and ${sql.raw(of.hers)}
    order by 1 nulls first, 2`.execute(db);
  return rows;
}
