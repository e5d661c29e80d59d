import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { standingPresence } from './attendance-correction.ts';

/** How one member stood in a closed meeting. */
export interface MemberInMeeting {
  readonly personId: string;
  readonly name: string;
  /** As it stands after a reviewer's correction. */
  readonly presence: 'present' | 'absent' | 'excused';
  /** As the first sheet had it. */
  readonly firstPresence: 'present' | 'absent' | 'excused';
  readonly reason: string | null;
  /** What was due of her that day by the schedule. */
  readonly dueRupiah: bigint;
  readonly paidByHerself: bigint;
  readonly covered: bigint;
  readonly savingsRupiah: bigint;
}

export interface CoverInMeeting {
  readonly obligorName: string;
  readonly payerName: string;
  readonly amountRupiah: bigint;
}

export interface ClosedMeeting {
  readonly topicCode: string | null;
  readonly topicNote: string | null;
  readonly closedAt: Date;
  readonly members: readonly MemberInMeeting[];
  readonly covers: readonly CoverInMeeting[];
  /** What went into each institution's bag, the most first. */
  readonly bags: readonly { readonly institutionName: string; readonly amountRupiah: bigint }[];
  readonly count: readonly { readonly denomination: number; readonly pieces: number }[];
  readonly photos: readonly string[];
  readonly cases: readonly {
    readonly id: string;
    readonly number: string;
    readonly text: string;
    readonly state: string;
    readonly departmentName: string | null;
    readonly dueOn: BusinessDate | null;
  }[];
}

/** Everything a closed meeting left behind; null while it is not closed. */
export async function findClosedMeeting(
  db: Reader,
  meetingId: string,
): Promise<ClosedMeeting | null> {
  const { rows: heads } = await sql<{
    topicCode: string | null;
    topicNote: string | null;
    closedAt: Date;
  }>`
    select topic_code as "topicCode", topic_note as "topicNote", closed_at as "closedAt" from mentoring.meeting
    where city_id = ${db.city} and id = ${meetingId} and state = 'closed'`.execute(db);
  const head = heads[0];
  if (!head) return null;
  const { rows: members } = await sql<MemberInMeeting>`
    select a.person_id as "personId", p.name, ${standingPresence('a')} as presence, a.presence as "firstPresence", a.reason, coalesce(i.due, 0)::bigint as "dueRupiah",
      coalesce(i.herself, 0)::bigint as "paidByHerself", coalesce(i.covered, 0)::bigint as covered,
      coalesce((select sum(r.savings_rupiah) from mentoring.receipt r
        where r.city_id = a.city_id and r.meeting_id = a.meeting_id and r.person_id = a.person_id), 0)::bigint as "savingsRupiah"
    from mentoring.attendance a
    join registry.person p on p.city_id = a.city_id and p.id = a.person_id
    left join (
      select l.person_id, sum(k.due_rupiah) as due, sum(k.paid_by_herself) as herself, sum(k.covered) as covered
      from lending.instalment_mark k join lending.loan l on l.city_id = k.city_id and l.id = k.loan_id
      where k.city_id = ${db.city} and k.meeting_id = ${meetingId}
        and k.due_on = (select held_on from mentoring.meeting where city_id = ${db.city} and id = ${meetingId})
      group by l.person_id
    ) i on i.person_id = a.person_id
    where a.city_id = ${db.city} and a.meeting_id = ${meetingId} order by p.name, a.person_id`.execute(
    db,
  );
  const { rows: covers } = await sql<CoverInMeeting>`
    select o.name as "obligorName", p.name as "payerName", c.amount_rupiah as "amountRupiah" from lending.cover c
    join registry.person o on o.city_id = c.city_id and o.id = c.obligor_id
    join registry.person p on p.city_id = c.city_id and p.id = c.payer_id
    where c.city_id = ${db.city} and c.meeting_id = ${meetingId} order by o.name, p.name`.execute(
    db,
  );
  const { rows: bags } = await sql<ClosedMeeting['bags'][number]>`
    select i.name as "institutionName", sum(r.total_rupiah)::bigint as "amountRupiah"
    from mentoring.receipt r join partners.institution i on i.city_id = r.city_id and i.id = r.institution_id
    where r.city_id = ${db.city} and r.meeting_id = ${meetingId}
    group by i.id, i.name order by sum(r.total_rupiah) desc, i.name`.execute(db);
  const { rows: count } = await sql<{ denomination: number; pieces: number }>`
    select denomination, pieces from mentoring.cash_count
    where city_id = ${db.city} and meeting_id = ${meetingId} order by denomination desc`.execute(
    db,
  );
  const { rows: photos } = await sql<{ sha256: string }>`
    select sha256 from mentoring.meeting_photo where city_id = ${db.city} and meeting_id = ${meetingId} order by sha256`.execute(
    db,
  );
  const { rows: cases } = await sql<ClosedMeeting['cases'][number]>`
    select c.id, c.number, c.text, c.state, d.short_name as "departmentName", c.due_on as "dueOn" from voice.case c
    left join partners.institution d on d.city_id = c.city_id and d.id = c.department_id
    where c.city_id = ${db.city} and c.origin_id = ${meetingId} and c.origin = 'meeting' order by c.number`.execute(
    db,
  );
  return {
    ...head,
    members,
    covers,
    bags,
    count,
    photos: photos.map((photo) => photo.sha256),
    cases,
  };
}
