import { sql } from 'kysely';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { LeftGroup } from '../left-groups-document.ts';

/** So long one is told: longer than a mentor's holiday. */
const toldDays = 28;

/** The groups a mentor carried within the last four weeks and carries no more, with whoever leads them now. */
export async function groupsThatLeft(
  db: Reader,
  asked: { mentorId: string; carried: readonly string[]; today: BusinessDate },
): Promise<LeftGroup[]> {
  const { mentorId, carried } = asked;
  const from = addDays(asked.today, -toldDays);
  const { rows } = await sql<LeftGroup>`
    select g.id, g.name, case when s.id is not null and g.state not in ('withdrawn', 'ended') then
      jsonb_build_object('name', u.name, 'since', s.valid_from) end as to
    from registry.business_group g
    left join mentoring.meeting_series s on s.city_id = g.city_id and s.group_id = g.id and s.valid_to is null
    left join access.user_account u on u.city_id = s.city_id and u.id = s.mentor_id
    where g.city_id = ${db.city} and g.id <> all (${[...carried]}::uuid[])
      and g.state in ('recognised', 'active', 'frozen', 'withdrawn', 'ended') and (
        g.id in (select o.group_id from mentoring.meeting_series o
          where o.city_id = ${db.city} and o.mentor_id = ${mentorId} and o.valid_to >= ${from}::date)
        or g.mentor_id = ${mentorId} and s.valid_from >= ${from}::date
        or s.mentor_id = ${mentorId} and exists (select from registry.group_event e
          where e.city_id = g.city_id and e.group_id = g.id and e.kind in ('withdrawn', 'ended') and e.at >= ${from}::date))
    order by g.name, g.id`.execute(db);
  return rows;
}
