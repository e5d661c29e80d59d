import { sql } from 'kysely';
import { caseTopics } from '#domains/voice/case.ts';
import { addDays, mondayOf } from '#kernel/date.ts';
import { date, number, personal, rupiah, text, word } from '../row-column.ts';
import { ifNamed } from './rows-source.ts';
import type { RowsSource } from './rows-source.ts';

const kecamatan = text('kecamatan', 'Kecamatan', 'Kecamatan');

/** Findings that still wait for an answer, those that waited longest first. */
export function findingRows(overdueOnly: boolean): RowsSource {
  return {
    columns: [
      text('number', 'Nomor', 'Number'),
      word('topic', { id: 'Pokok', en: 'Topic' }, caseTopics),
      personal('finding', 'Temuan', 'Finding'),
      text('department', 'Dinas', 'Department'),
      kecamatan,
      date('raised_on', 'Diajukan', 'Raised'),
      date('due_on', 'Batas jawaban', 'Answer due'),
      number('days_late', 'Hari lewat', 'Days overdue'),
    ],
    order: 'due_on nulls first, number',
    select: (db, { names, cut }) => sql`
      select c.number, c.topic, ${ifNamed(names, 'coalesce(g.kelurahan_code, c.kecamatan_code)', 'c.text')} as finding,
        d.short_name as department, k.name as kecamatan, c.raised_on, c.due_on, c.kecamatan_code, c.id as tie,
        case when c.due_on < ${cut.today}::date then ${cut.today}::date - c.due_on end as days_late
      from voice.case c
      left join partners.institution d on d.city_id = c.city_id and d.id = c.department_id
      left join registry.business_group g on g.city_id = c.city_id and g.id = c.group_id
      left join registry.region k on k.city_id = c.city_id and k.code = c.kecamatan_code
      where c.city_id = ${db.city} and c.state not in ('answered', 'closed')
        and (${!overdueOnly} or c.due_on < ${cut.today}::date)`,
  };
}

const meetingStates = {
  planned: { id: 'Belum dilaporkan', en: 'Not reported' },
  closed: { id: 'Terlaksana', en: 'Held' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
};

/** Meetings since Monday that should have taken place by now; those not held first. */
export const meetingRows: RowsSource = {
  columns: [
    date('held_on', 'Tanggal', 'Date'),
    text('group', 'Kelompok', 'Group'),
    kecamatan,
    text('mentor', 'Pendamping', 'Mentor'),
    word('state', { id: 'Keadaan', en: 'State' }, meetingStates),
    number('present', 'Hadir', 'Present'),
    number('members', 'Anggota', 'Members'),
    rupiah('received', 'Diterima', 'Received'),
    text('why', 'Alasan batal', 'Why cancelled'),
  ],
  order: "state = 'closed', held_on",
  select: (db, { cut }) => sql`
    select m.held_on, g.name as "group", k.name as kecamatan, u.name as mentor, m.state, m.present_count as present,
      m.member_count as members, m.received_rupiah as received, m.cancelled_why as why, g.kecamatan_code, m.id as tie
    from mentoring.meeting m
    join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
    join registry.region k on k.city_id = g.city_id and k.code = g.kecamatan_code
    join access.user_account u on u.city_id = m.city_id and u.id = m.mentor_id
    where m.city_id = ${db.city} and m.held_on between ${mondayOf(cut.today)}::date and ${addDays(mondayOf(cut.today), 6)}::date
      and (m.state <> 'planned' or m.held_on < ${cut.today}::date)`,
};
