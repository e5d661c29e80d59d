import { sql } from 'kysely';
import type { Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { consentProblems } from '../consent-problems.ts';

/**
 * Where people belong: the kecamatan, kelurahan and group that all of them share, so that whoever works there may act
 * for them; what they do not share is left out.
 *
 * @throws Refusal `registry.unknown-person` when one of them is not on the register
 */
export async function placeOfPeople(db: Reader, personIds: readonly string[]): Promise<Place> {
  const ids = [...new Set(personIds)];
  const { rows } = await sql<{
    found: number;
    kecamatan: string | null;
    kelurahan: string | null;
    group: string | null;
  }>`
    select count(*)::int as found,
      case when count(distinct coalesce(p.kecamatan_code, '')) = 1 then min(p.kecamatan_code) end as kecamatan,
      case when count(distinct coalesce(p.kelurahan_code, '')) = 1 then min(p.kelurahan_code) end as kelurahan,
      case when count(distinct coalesce(m.group_id::text, '')) = 1 then min(m.group_id::text) end as "group"
    from registry.person p
    left join lateral (select m.group_id from registry.membership m
      where m.city_id = p.city_id and m.person_id = p.id and m.valid_to is null order by m.valid_from desc, m.id limit 1) m on true
    where p.city_id = ${db.city} and p.id = any (${ids}::uuid[])`.execute(db);
  const row = rows[0];
  if (row?.found !== ids.length) throw consentProblems.unknownPerson();
  return { kecamatan: row.kecamatan, kelurahan: row.kelurahan, group: row.group };
}

/** The name of somebody on the register. @throws Refusal `registry.unknown-person` */
export async function nameOfPerson(db: Reader, personId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from registry.person where city_id = ${db.city} and id = ${personId} and state in ('provisional', 'registered')`.execute(
    db,
  );
  if (!rows[0]) throw consentProblems.unknownPerson();
  return rows[0].name;
}
