import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';

/** How many meetings of groups that borrow from a lender are planned for a day and neither closed nor cancelled. */
export async function countOpenMeetings(
  db: Reader,
  asked: { institutionId: string; on: BusinessDate },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from mentoring.meeting m
    where m.city_id = ${db.city} and m.held_on = ${asked.on} and m.state = 'planned'
      and exists (select from lending.lending_group g
        where g.city_id = m.city_id and g.business_group_id = m.group_id and g.institution_id = ${asked.institutionId})`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
