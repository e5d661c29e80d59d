import { sql } from 'kysely';
import { addDays, mondayOf } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { DepartmentFindings, Funnel, WeekOfMeetings } from '../figures.ts';
import type { Measure } from '../measure.ts';
import { reachedWithinDays } from './cut.ts';
import type { Cut } from './cut.ts';

/** Open and overdue findings by department, those with the most overdue first. */
export async function measureFindings(db: Reader, cut: Cut): Promise<DepartmentFindings[]> {
  const { rows } = await sql<DepartmentFindings>`
    select c.department_id as "departmentId", d.short_name as name, count(*) as open,
      count(*) filter (where c.due_on < ${cut.today}::date) as overdue
    from voice.case c left join partners.institution d on d.city_id = c.city_id and d.id = c.department_id
    where c.city_id = ${db.city} and c.state not in ('answered', 'closed')
    group by 1, 2 order by overdue desc, open desc, name`.execute(db);
  return rows;
}

/** The meetings of the week a day lies in, as they stand at the end of that day. */
export async function measureMeetings(db: Reader, cut: Cut): Promise<WeekOfMeetings> {
  const monday = mondayOf(cut.today);
  const { rows } = await sql<WeekOfMeetings>`
    select count(*) filter (where state = 'closed') as held, count(*) filter (where state = 'cancelled') as cancelled,
      count(*) filter (where state = 'planned' and held_on < ${cut.today}::date) as missing,
      count(*) filter (where state = 'planned' and held_on >= ${cut.today}::date) as ahead
    from mentoring.meeting
    where city_id = ${db.city} and held_on between ${monday}::date and ${addDays(monday, 6)}::date`.execute(
    db,
  );
  return rows[0] ?? { held: 0n, cancelled: 0n, missing: 0n, ahead: 0n };
}

/** Mentors whose meetings of this week up to yesterday are all reported, out of those who had any. */
export async function measureReporting(db: Reader, cut: Cut): Promise<Measure> {
  const { rows } = await sql<{ numerator: bigint; denominator: bigint }>`
    select count(*) filter (where missing = 0) as numerator, count(*) as denominator from (
      select mentor_id, count(*) filter (where state = 'planned') as missing from mentoring.meeting
      where city_id = ${db.city} and held_on >= ${mondayOf(cut.today)}::date and held_on < ${cut.today}::date
      group by mentor_id) by_mentor`.execute(db);
  return rows[0] ?? { numerator: 0n, denominator: 0n };
}

/** Owners of active businesses: all, ever served, met lately, ever lent to. Each person counts once in each. */
export async function measureFunnel(db: Reader, cut: Cut): Promise<Funnel> {
  const { rows } = await sql<Funnel>`
    with owner as (
      select distinct owner_id from registry.business where city_id = ${db.city} and state = 'active'
    ), served as (
      select person_id, bool_or(kind in ('visited', 'meeting') and on_day > ${addDays(cut.today, -reachedWithinDays)}::date) as met,
        bool_or(kind = 'loan') as lent
      from programmes.service
      where city_id = ${db.city} and kind <> 'registered' and on_day <= ${cut.today}::date group by person_id
    )
    select count(*) as registered, count(s.person_id) as served, count(*) filter (where s.met) as met,
      count(*) filter (where s.lent) as lent
    from owner o left join served s on s.person_id = o.owner_id`.execute(db);
  return rows[0] ?? { registered: 0n, served: 0n, met: 0n, lent: 0n };
}
