import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import { oldestCounting, poorDeciles } from '#domains/registry/welfare/welfare-standing.ts';
import type { Quarter } from '#domains/registry/welfare/quarter.ts';
import { notServices } from '../received.ts';

/**
 * That somebody (`p`, a row of `registry.person`) never received anything: no service under any of her records, and
 * nothing by a department's list.
 */
export function neverServed(db: Reader): RawBuilder<boolean> {
  return sql<boolean>`(not exists (select from programmes.service s where s.city_id = p.city_id and s.person_id = p.id
      and s.kind <> all (${[...notServices]}::text[]))
    and p.id not in (select r.merged_into from registry.person r
      join programmes.service s on s.city_id = r.city_id and s.person_id = r.id
      where r.city_id = ${db.city} and r.merged_into is not null and s.kind <> all (${[...notServices]}::text[]))
    and p.id not in (select coalesce(q.merged_into, q.id) from registry.people_list l
      join registry.people_list_row r on r.city_id = l.city_id and r.list_id = l.id and r.outcome = 'matched'
      join registry.person q on q.city_id = r.city_id and q.id = r.person_id
      where l.city_id = ${db.city} and l.state = 'applied' and l.service is not null))`;
}

/** That she has a business that runs, under any of her records. */
export function hasBusiness(db: Reader): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from registry.business b where b.city_id = p.city_id and b.state = 'active' and b.owner_id = p.id)
    or p.id in (select r.merged_into from registry.person r
      join registry.business b on b.city_id = r.city_id and b.owner_id = r.id and b.state = 'active'
      where r.city_id = ${db.city} and r.merged_into is not null))`;
}

/** The poor with a business that runs, by kecamatan, and those of them who never received anything. */
export interface NeverServedCount {
  readonly code: string | null;
  readonly people: number;
  readonly never: number;
}

export async function countNeverServed(
  db: Reader,
  latestWhole: Quarter | null,
): Promise<NeverServedCount[]> {
  const { rows } = await sql<NeverServedCount>`
    select p.kecamatan_code as code, count(*)::int as people, (count(*) filter (where ${neverServed(db)}))::int as never
    from registry.latest_decile d
    join registry.person p on p.city_id = d.city_id and p.id = d.person_id and p.state in ('provisional', 'registered')
    where d.city_id = ${db.city} and d.decile <= ${poorDeciles}
      and d.quarter >= coalesce(${oldestCounting(latestWhole)}, d.quarter) and ${hasBusiness(db)}
    group by p.kecamatan_code`.execute(db);
  return rows;
}
