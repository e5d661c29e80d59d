import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { standingPresence } from '#domains/mentoring/server/index.ts';
import { addDays } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { AreaCoverage } from '../figures.ts';
import { reachedWithinDays } from './cut.ts';
import type { Cut } from './cut.ts';

/**
 * Businesses reached up to a day, with the last time and how: visited, or their owner was present at a meeting.
 * Columns: `business_id`, `last_on`.
 */
export function reachedBusinesses(db: Reader, cut: Cut): RawBuilder<unknown> {
  const since = addDays(cut.today, -reachedWithinDays);
  return sql`(
    select business_id, max(last_on) as last_on from (
      select v.business_id, v.done_on as last_on from mentoring.visit v
      where v.city_id = ${db.city} and v.done_on > ${since}::date and v.done_on <= ${cut.today}::date
      union all
      select b.id, m.held_on from mentoring.meeting m
      join mentoring.attendance a on a.city_id = m.city_id and a.meeting_id = m.id and ${standingPresence('a')} = 'present'
      join registry.business b on b.city_id = a.city_id and b.owner_id = a.person_id
      where m.city_id = ${db.city} and m.state = 'closed' and m.held_on > ${since}::date and m.held_on <= ${cut.today}::date
    ) each_time group by business_id)`;
}

/** How many businesses of each kecamatan were reached, and when a mentor last visited one there. */
export async function measureCoverage(db: Reader, cut: Cut): Promise<AreaCoverage[]> {
  const { rows } = await sql<AreaCoverage>`
    with standing as (
      select b.kecamatan_code as code, count(*) as businesses, count(r.business_id) as reached
      from registry.business b left join ${reachedBusinesses(db, cut)} r on r.business_id = b.id
      where b.city_id = ${db.city} and b.state = 'active' group by b.kecamatan_code
    ), visited as (
      select b.kecamatan_code as code, max(v.done_on) as last_on
      from mentoring.visit v join registry.business b on b.city_id = v.city_id and b.id = v.business_id
      where v.city_id = ${db.city} and v.done_on <= ${cut.today}::date group by b.kecamatan_code
    )
    select k.code, k.name, k.tile_column as "tileColumn", k.tile_row as "tileRow",
      coalesce(s.businesses, 0) as businesses, coalesce(s.reached, 0) as reached, v.last_on as "lastVisitOn"
    from registry.region k left join standing s on s.code = k.code left join visited v on v.code = k.code
    where k.city_id = ${db.city} and k.level = 'kecamatan' and k.valid_to is null order by k.code`.execute(
    db,
  );
  return rows;
}
