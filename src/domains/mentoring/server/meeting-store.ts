import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { mentoringProblems } from '../problems.ts';

export type MeetingState = 'planned' | 'closed' | 'cancelled';

/** A meeting as a command needs it. */
export interface StoredMeeting {
  readonly id: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly kecamatan: string;
  readonly heldOn: BusinessDate;
  readonly number: number;
  readonly state: MeetingState;
  readonly cancelledWhy: string | null;
}

/** Where a meeting takes place, for who may. @throws Refusal `mentoring.unknown-meeting` */
export async function placeOfMeeting(db: Reader, meetingId: string): Promise<Place> {
  const { rows } = await sql<{ group: string; kecamatan: string; kelurahan: string }>`
    select g.id as "group", g.kecamatan_code as kecamatan, g.kelurahan_code as kelurahan
    from mentoring.meeting m join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
    where m.city_id = ${db.city} and m.id = ${meetingId}`.execute(db);
  if (!rows[0]) throw mentoringProblems.unknownMeeting();
  return rows[0];
}

/** Locks a meeting, so that two people closing it follow one another. @throws Refusal `mentoring.unknown-meeting` */
export async function getMeeting(tx: Tx, meetingId: string): Promise<StoredMeeting> {
  const { rows } = await sql<StoredMeeting>`
    select m.id, m.group_id as "groupId", g.name as "groupName", g.kecamatan_code as kecamatan, m.held_on as "heldOn",
      m.number, m.state, m.cancelled_why as "cancelledWhy"
    from mentoring.meeting m join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
    where m.city_id = ${tx.city} and m.id = ${meetingId} for update of m`.execute(tx);
  if (!rows[0]) throw mentoringProblems.unknownMeeting();
  return rows[0];
}

/** @throws Refusal meeting-closed, meeting-cancelled */
export function assertPlanned(meeting: StoredMeeting): void {
  if (meeting.state === 'closed') throw mentoringProblems.meetingClosed();
  if (meeting.state === 'cancelled')
    throw mentoringProblems.meetingCancelled({ why: meeting.cancelledWhy ?? '' });
}

export interface GroupForMeetings {
  readonly name: string;
  readonly state: string;
  readonly place: Place;
}

/** @throws Refusal `mentoring.unknown-group` */
export async function groupForMeetings(db: Reader, groupId: string): Promise<GroupForMeetings> {
  const { rows } = await sql<{ name: string; state: string; kecamatan: string; kelurahan: string }>`
    select name, state, kecamatan_code as kecamatan, kelurahan_code as kelurahan from registry.business_group
    where city_id = ${db.city} and id = ${groupId}`.execute(db);
  const row = rows[0];
  if (!row) throw mentoringProblems.unknownGroup();
  return {
    name: row.name,
    state: row.state,
    place: { group: groupId, kecamatan: row.kecamatan, kelurahan: row.kelurahan },
  };
}

/** Whether a user is a mentor on a day. */
export async function isMentor(
  db: Reader,
  asked: { userId: string; on: BusinessDate },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from access.role_assignment r
    join access.user_account u on u.city_id = r.city_id and u.id = r.user_id and u.closed_at is null
    where r.city_id = ${db.city} and r.user_id = ${asked.userId} and r.role in ('pendamping', 'koordinator-pendamping')
      and r.valid_from <= ${asked.on} and (r.valid_to is null or r.valid_to >= ${asked.on}) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

export interface NewSeries {
  readonly id: string;
  readonly groupId: string;
  readonly weekday: number;
  readonly startTime: string;
  readonly place: string;
  readonly mentorId: string;
  readonly from: BusinessDate;
}

/** Ends the schedule a group had, the day before, and starts the new one. */
export async function startSeries(tx: Tx, series: NewSeries): Promise<void> {
  await sql`
    update mentoring.meeting_series set valid_to = ${series.from}::date - 1
    where city_id = ${tx.city} and group_id = ${series.groupId} and valid_to is null`.execute(tx);
  await sql`
    insert into mentoring.meeting_series (city_id, id, group_id, weekday, start_time, place, mentor_id, valid_from)
    values (${tx.city}, ${series.id}, ${series.groupId}, ${series.weekday}, ${series.startTime}, ${series.place},
      ${series.mentorId}, ${series.from})`.execute(tx);
}

/**
 * Plans meetings of a series on these days. A planned meeting of the old schedule on the same day moves over,
 * one on another day is cancelled; what was held or called off stays as it is.
 */
export async function planMeetings(
  tx: Tx,
  series: NewSeries,
  days: readonly BusinessDate[],
): Promise<{ planned: number }> {
  await sql`
    update mentoring.meeting set state = 'cancelled', cancelled_why = 'Jadwal pertemuan diganti'
    where city_id = ${tx.city} and group_id = ${series.groupId} and state = 'planned' and held_on >= ${series.from}
      and held_on <> all (${[...days]}::date[])`.execute(tx);
  const { rows } = await sql`
    insert into mentoring.meeting (city_id, id, series_id, group_id, held_on, number, state, mentor_id)
    select ${tx.city}, d.id, ${series.id}, ${series.groupId}, d.day,
      (select coalesce(max(number), 0) from mentoring.meeting where city_id = ${tx.city} and group_id = ${series.groupId})
        + row_number() over (order by d.day), 'planned', ${series.mentorId}
    from unnest(${days.map(() => newId())}::uuid[], ${[...days]}::date[]) as d (id, day)
    on conflict (city_id, group_id, held_on) do update set series_id = excluded.series_id, mentor_id = excluded.mentor_id
      where mentoring.meeting.state = 'planned'
    returning id`.execute(tx);
  return { planned: rows.length };
}

export async function cancelMeetingRow(
  tx: Tx,
  cancelled: { meetingId: string; why: string },
): Promise<void> {
  await sql`
    update mentoring.meeting set state = 'cancelled', cancelled_why = ${cancelled.why}
    where city_id = ${tx.city} and id = ${cancelled.meetingId}`.execute(tx);
}
