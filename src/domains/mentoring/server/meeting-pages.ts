import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { MeetingState } from './meeting-store.ts';

/** A meeting in a list. */
export interface MeetingRow {
  readonly id: string;
  readonly heldOn: BusinessDate;
  readonly startTime: string;
  readonly place: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly kecamatanName: string;
  readonly kelurahanName: string;
  readonly mentorName: string;
  readonly state: MeetingState;
  readonly number: number;
  readonly cancelledWhy: string | null;
  readonly memberCount: number | null;
  readonly presentCount: number | null;
  readonly expectedRupiah: bigint | null;
  readonly receivedRupiah: bigint | null;
}

const columns = sql`m.id, m.held_on as "heldOn", to_char(s.start_time, 'HH24:MI') as "startTime", s.place, m.group_id as "groupId",
  g.name as "groupName", k.name as "kecamatanName", l.name as "kelurahanName", u.name as "mentorName", m.state, m.number,
  m.cancelled_why as "cancelledWhy", m.present_count as "presentCount", m.expected_rupiah as "expectedRupiah",
  m.received_rupiah as "receivedRupiah",
  coalesce(m.member_count, (select count(*)::int from registry.membership p
    where p.city_id = m.city_id and p.group_id = m.group_id and p.valid_to is null)) as "memberCount"`;

const joined = sql`from mentoring.meeting m
  join mentoring.meeting_series s on s.city_id = m.city_id and s.id = m.series_id
  join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
  join registry.region k on k.city_id = m.city_id and k.code = g.kecamatan_code
  join registry.region l on l.city_id = m.city_id and l.code = g.kelurahan_code
  join access.user_account u on u.city_id = m.city_id and u.id = m.mentor_id`;

/** A mentor's meetings: what is left open from before, today's, and the week ahead. */
export interface MentorsMeetings {
  readonly left: MeetingRow[];
  readonly today: MeetingRow[];
  readonly ahead: MeetingRow[];
}

/** How far back a planned meeting that was never closed is still asked for. */
const leftOpenDays = 28;

/** Meetings of a mentor: those she leads, and those of groups she is given herself. */
export async function meetingsOfMentor(
  db: Reader,
  asked: { mentorId: string; scope: Scope; today: BusinessDate },
): Promise<MentorsMeetings> {
  const { today } = asked;
  const { rows } = await sql<MeetingRow>`
    select ${columns} ${joined}
    where m.city_id = ${db.city} and m.held_on between ${addDays(today, -leftOpenDays)}::date and ${addDays(today, 7)}::date
      and (m.mentor_id = ${asked.mentorId} or m.group_id = any (${[...asked.scope.group]}::uuid[]))
      and (m.held_on >= ${today}::date or m.state = 'planned')
    order by m.held_on, s.start_time, g.name`.execute(db);
  return {
    left: rows.filter((row) => row.heldOn < today),
    today: rows.filter((row) => row.heldOn === today),
    ahead: rows.filter((row) => row.heldOn > today && row.state === 'planned'),
  };
}

/** Meetings other mentors lead today within the reader's area, for standing in. */
export async function meetingsNearby(
  db: Reader,
  asked: { mentorId: string; scope: Scope; today: BusinessDate },
): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select ${columns} ${joined}
    where m.city_id = ${db.city} and m.held_on = ${asked.today}::date and m.state = 'planned'
      and m.mentor_id <> ${asked.mentorId} and ${withinScope(asked.scope)}
    order by s.start_time, g.name limit 30`.execute(db);
  return rows;
}

const sortColumns = {
  day: 'm.held_on',
  group: 'g.name',
  received: 'm.received_rupiah',
  present: 'm.present_count',
};

export async function listMeetings(
  db: Reader,
  asked: { scope: Scope; list: ListAsk; today: BusinessDate },
): Promise<ListPage<MeetingRow>> {
  const from = sql`${joined} where m.city_id = ${db.city} and ${withinScope(asked.scope)} and ${narrowed(asked.list, asked.today)}`;
  const { rows } = await sql<MeetingRow>`
    select ${columns} ${from} order by ${orderOf(asked.list, sortColumns, 'm.id')}
    ${pageOf(asked.list)}`.execute(db);
  const { rows: counted } = await sql<{ n: bigint }>`select count(*) as n ${from}`.execute(db);
  return { rows, total: Number(counted[0]?.n ?? 0n) };
}

/** The week's meetings in numbers; `missed` were planned for a day that has passed and never closed. */
export interface WeekCounts {
  readonly held: number;
  readonly cancelled: number;
  readonly ahead: number;
  readonly missed: number;
  readonly receivedRupiah: bigint;
}

/** @param monday first day of the week counted */
export async function countWeek(
  db: Reader,
  asked: { scope: Scope; monday: BusinessDate; today: BusinessDate },
): Promise<WeekCounts> {
  const { rows } = await sql<{
    held: bigint;
    cancelled: bigint;
    ahead: bigint;
    missed: bigint;
    received: bigint;
  }>`
    select count(*) filter (where m.state = 'closed') as held, count(*) filter (where m.state = 'cancelled') as cancelled,
      count(*) filter (where m.state = 'planned' and m.held_on >= ${asked.today}::date) as ahead,
      count(*) filter (where m.state = 'planned' and m.held_on < ${asked.today}::date) as missed,
      coalesce(sum(m.received_rupiah), 0)::bigint as received
    from mentoring.meeting m join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
    where m.city_id = ${db.city} and m.held_on between ${asked.monday}::date and ${asked.monday}::date + 6
      and ${withinScope(asked.scope)}`.execute(db);
  const row = rows[0];
  const n = (value: bigint | undefined) => Number(value ?? 0n);
  return {
    held: n(row?.held),
    cancelled: n(row?.cancelled),
    ahead: n(row?.ahead),
    missed: n(row?.missed),
    receivedRupiah: row?.received ?? 0n,
  };
}

/** One meeting's row; null when it is not there. `scope` null asks without looking at an area. */
export async function findMeeting(
  db: Reader,
  asked: { meetingId: string; scope: Scope },
): Promise<
  (MeetingRow & { kecamatanCode: string; kelurahanCode: string; mentorId: string }) | null
> {
  const { rows } = await sql<
    MeetingRow & { kecamatanCode: string; kelurahanCode: string; mentorId: string }
  >`
    select ${columns}, g.kecamatan_code as "kecamatanCode", g.kelurahan_code as "kelurahanCode", m.mentor_id as "mentorId" ${joined}
    where m.city_id = ${db.city} and m.id = ${asked.meetingId} and ${withinScope(asked.scope)}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Mentors who lead meetings, for the list's filter. */
export async function listMentors(db: Reader): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, u.name from access.user_account u
    where u.city_id = ${db.city} and exists (select from mentoring.meeting_series s
      where s.city_id = u.city_id and s.mentor_id = u.id and s.valid_to is null) order by u.name`.execute(
    db,
  );
  return rows;
}

function withinScope(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`;
  return sql<boolean>`(g.kecamatan_code = any (${[...scope.kecamatan]}::text[]) or g.kelurahan_code = any (${[...scope.kelurahan]}::text[])
    or m.group_id = any (${[...scope.group]}::uuid[]))`;
}

function narrowed(list: ListAsk, today: BusinessDate): RawBuilder<boolean> {
  const { state, week, kecamatan, mentor } = list.filters;
  const parts: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (state === 'missed')
    parts.push(sql<boolean>`m.state = 'planned' and m.held_on < ${today}::date`);
  else if (state === 'planned')
    parts.push(sql<boolean>`m.state = 'planned' and m.held_on >= ${today}::date`);
  else if (state) parts.push(sql<boolean>`m.state = ${state}`);
  if (week && /^\d{4}-\d{2}-\d{2}$/.test(week))
    parts.push(sql<boolean>`m.held_on between ${week}::date and ${week}::date + 6`);
  if (kecamatan) parts.push(sql<boolean>`g.kecamatan_code = ${kecamatan}`);
  if (mentor) parts.push(sql<boolean>`m.mentor_id::text = ${mentor}`);
  if (list.q) {
    const pattern = containing(list.q);
    parts.push(
      sql<boolean>`(g.name ilike ${pattern} or u.name ilike ${pattern} or s.place ilike ${pattern})`,
    );
  }
  return sql.join<boolean>(parts, sql` and `);
}
