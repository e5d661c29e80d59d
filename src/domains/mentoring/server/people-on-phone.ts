import { sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { Reader } from '#platform/db/reader.ts';

/**
 * Everybody the documents on a phone name, by their keys: members of its groups, people met, owners of the businesses in
 * its lists and on its plan, and who raised the cases it carries.
 *
 * @param held keys such as `group:<id>` or `businesses:<kelurahan>`, and when the phone fetched them
 */
export async function peopleOnPhone(
  db: Reader,
  held: { keys: readonly string[]; at: Date },
): Promise<string[]> {
  const after = (kind: string) =>
    held.keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []));
  const ids = (kind: string) => after(kind).filter(isId);
  const { rows } = await sql<{ id: string }>`
    with day as (select (${held.at}::timestamptz at time zone c.time_zone)::date as on_day from access.city c
      where c.city_id = ${db.city}),
    named as (
      select unnest(${ids('person')}::uuid[]) as id
      union select m.person_id from registry.membership m, day
        where m.city_id = ${db.city} and m.group_id = any (${ids('group')}::uuid[]) and m.valid_from <= day.on_day
          and (m.valid_to is null or m.valid_to >= day.on_day)
      union select b.owner_id from registry.business b where b.city_id = ${db.city} and b.id = any (${ids('business')}::uuid[])
      union select b.owner_id from registry.business b where b.city_id = ${db.city} and b.state = 'active'
        and b.kelurahan_code = any (${after('businesses')}::text[])
      union select c.person_id from voice.case c where c.city_id = ${db.city} and c.id = any (${ids('case')}::uuid[]))
    select p.id from named n join registry.person p on p.city_id = ${db.city} and p.id = n.id and p.state <> 'erased'
    order by p.id`.execute(db);
  return rows.map((row) => row.id);
}
