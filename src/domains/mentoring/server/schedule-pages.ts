import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';

/** The weekly schedule a group keeps now. */
export interface GroupSchedule {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly startTime: string;
  readonly place: string;
  readonly mentorId: string;
}

/** When, where and with whom a group meets; undefined while it has no schedule. */
export async function findGroupSchedule(
  db: Reader,
  groupId: string,
): Promise<GroupSchedule | undefined> {
  const { rows } = await sql<GroupSchedule>`
    select weekday, to_char(start_time, 'HH24:MI') as "startTime", place, mentor_id as "mentorId"
    from mentoring.meeting_series
    where city_id = ${db.city} and group_id = ${groupId} and valid_to is null`.execute(db);
  return rows[0];
}

export interface MentorChoice {
  readonly id: string;
  readonly name: string;
}

/** Mentors and coordinators on duty that day whose area covers a group, by name: who may be given its meetings. */
export async function listMentorsOfGroup(
  db: Reader,
  asked: { groupId: string; on: BusinessDate },
): Promise<MentorChoice[]> {
  const { rows } = await sql<MentorChoice>`
    select distinct u.id, u.name
    from registry.business_group g
    join access.role_assignment r on r.city_id = g.city_id
      and r.role in ('pendamping', 'koordinator-pendamping')
      and r.valid_from <= ${asked.on}::date and (r.valid_to is null or r.valid_to >= ${asked.on}::date)
      and (r.jurisdiction = 'city'
        or (r.jurisdiction = 'kecamatan' and r.jurisdiction_id = g.kecamatan_code)
        or (r.jurisdiction = 'kelurahan' and r.jurisdiction_id = g.kelurahan_code)
        or (r.jurisdiction = 'group' and r.jurisdiction_id = g.id::text))
    join access.user_account u on u.city_id = r.city_id and u.id = r.user_id and u.closed_at is null
    where g.city_id = ${db.city} and g.id = ${asked.groupId}
    order by u.name, u.id`.execute(db);
  return rows;
}
