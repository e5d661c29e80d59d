import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import { standingPresence } from './attendance-correction.ts';

/** How a group meets and who came lately. */
export interface GroupAttendance {
  /** Closed meetings looked at, at most as many as asked for. */
  readonly held: number;
  /** Of those, how many each person was present at; who never came is missing. */
  readonly present: ReadonlyMap<string, number>;
  /** When it meets: weekday (1 = Monday), `14:00`, place; null where no series runs. */
  readonly series: {
    readonly weekday: number;
    readonly startTime: string;
    readonly place: string;
  } | null;
}

/** Attendance at the last so many closed meetings of a group. */
export async function attendanceOfGroup(
  db: Reader,
  asked: { groupId: string; last: number },
): Promise<GroupAttendance> {
  const { rows } = await sql<{ held: number; personId: string | null; present: number }>`
    with looked as (
      select id from mentoring.meeting
      where city_id = ${db.city} and group_id = ${asked.groupId} and state = 'closed'
      order by held_on desc limit ${asked.last}
    )
    select (select count(*)::int from looked) as held, a.person_id as "personId",
      count(*) filter (where ${standingPresence('a')} = 'present')::int as present
    from looked l
    left join mentoring.attendance a on a.city_id = ${db.city} and a.meeting_id = l.id
    group by a.person_id`.execute(db);
  const { rows: series } = await sql<{ weekday: number; startTime: string; place: string }>`
    select weekday, to_char(start_time, 'HH24:MI') as "startTime", place from mentoring.meeting_series
    where city_id = ${db.city} and group_id = ${asked.groupId} and valid_to is null`.execute(db);
  const present = new Map<string, number>();
  for (const row of rows) if (row.personId !== null) present.set(row.personId, row.present);
  return { held: rows[0]?.held ?? 0, present, series: series[0] ?? null };
}
