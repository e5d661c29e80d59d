import { sql } from 'kysely';
import { addDays, addMonths } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
import type { ReportContent, ReportFigures, ReportVisit } from '../monthly-report.ts';

interface Asked {
  /** Null for the whole city. */
  readonly mentorId: string | null;
  /** First day of the month. */
  readonly month: BusinessDate;
}

/** What a month's records say: of one mentor, or of the city. */
export async function reportContent(db: Reader, asked: Asked): Promise<ReportContent> {
  const [figures, kelurahan, visits, mentor] = await together(
    readFigures(db, asked),
    readKelurahan(db, asked),
    readVisits(db, asked),
    sql<{ name: string }>`
      select name from access.user_account where city_id = ${db.city} and id = ${asked.mentorId}::uuid`.execute(
      db,
    ),
  );
  return {
    month: asked.month,
    mentorName: mentor.rows[0]?.name ?? null,
    figures,
    kelurahan,
    visits,
  };
}

function spanOf({ month }: Asked) {
  return sql`between ${month}::date and ${addDays(addMonths(month, 1), -1)}::date`;
}

async function readFigures(db: Reader, asked: Asked): Promise<ReportFigures> {
  const span = spanOf(asked);
  const whose = sql<boolean>`(${asked.mentorId}::uuid is null or mentor_id = ${asked.mentorId}::uuid)`;
  const { rows } = await sql<ReportFigures>`
    with made as (
      select v.*, p.sex from mentoring.visit v
      join registry.person p on p.city_id = v.city_id and p.id = v.person_id
      where v.city_id = ${db.city} and v.done_on ${span} and ${whose}
    ), plan as (
      select count(*) as planned, count(*) filter (where state = 'done') as made, count(*) filter (where state = 'missed') as missed
      from mentoring.planned_visit where city_id = ${db.city} and on_day ${span} and ${whose}
    ), meeting as (
      select count(*) filter (where state = 'closed') as held, count(*) filter (where state = 'cancelled') as cancelled
      from mentoring.meeting where city_id = ${db.city} and held_on ${span} and ${whose}
    ), found as (
      select count(*) as raised, count(*) filter (where c.state in ('answered', 'closed')) as answered
      from made join voice.case c on c.city_id = made.city_id and c.origin_id = made.id and c.origin = 'visit'
    )
    select plan.planned::int, plan.made::int, plan.missed::int, meeting.held::int as "meetingsHeld",
      meeting.cancelled::int as "meetingsCancelled", found.raised::int as findings, found.answered::int as "findingsAnswered",
      (select count(*)::int from made) as visits, (select count(distinct business_id)::int from made) as businesses,
      (select count(distinct business_id)::int from made where not exists (select from mentoring.visit b
        where b.city_id = made.city_id and b.business_id = made.business_id and b.done_on < ${asked.month}::date)) as "newBusinesses",
      (select count(distinct person_id)::int from made where sex = 'female') as women,
      (select count(distinct person_id)::int from made where sex = 'male') as men,
      (select coalesce(sum(minutes), 0)::int from made) as minutes
    from plan, meeting, found`.execute(db);
  const figures = rows[0];
  if (!figures) throw new Error('a report has figures');
  return figures;
}

async function readKelurahan(db: Reader, asked: Asked): Promise<ReportContent['kelurahan']> {
  const { rows } = await sql<ReportContent['kelurahan'][number]>`
    select coalesce(l.name, '—') as name, count(distinct v.business_id)::int as businesses
    from mentoring.visit v join registry.business b on b.city_id = v.city_id and b.id = v.business_id
    left join registry.region l on l.city_id = b.city_id and l.code = b.kelurahan_code
    where v.city_id = ${db.city} and v.done_on ${spanOf(asked)}
      and (${asked.mentorId}::uuid is null or v.mentor_id = ${asked.mentorId}::uuid)
    group by 1 order by businesses desc, name`.execute(db);
  return rows;
}

async function readVisits(db: Reader, asked: Asked): Promise<ReportVisit[]> {
  const { rows } = await sql<ReportVisit>`
    select v.id, v.done_on as "doneOn", v.recorded_on as "recordedOn", b.name as "businessName", p.name as "ownerName",
      l.name as "kelurahanName", u.name as "mentorName", v.latitude::text, v.longitude::text, v.fields,
      coalesce((select jsonb_agg(jsonb_build_object('number', c.number, 'text', c.text, 'dueOn', c.due_on) order by c.number)
        from voice.case c where c.city_id = v.city_id and c.origin_id = v.id and c.origin = 'visit'), '[]') as findings,
      v.note as advice, coalesce(v.form->>'agreed', '') as agreed,
      (select count(*)::int from mentoring.visit_photo f where f.city_id = v.city_id and f.visit_id = v.id) as photos,
      v.turnover_month_rupiah::text as "turnoverMonthRupiah", v.turnover_before_rupiah::text as "turnoverBeforeRupiah",
      coalesce(v.form->'progress'->'permits', '[]') as permits, coalesce(v.form->'progress'->'referredTo', '[]') as "referredTo",
      v.next_on as "nextOn", nullif(concat_ws(', ', nullif(v.led_by->>'name', ''), nullif(v.led_by->>'office', '')), '') as "ledBy", v.flags
    from mentoring.visit v
    join registry.business b on b.city_id = v.city_id and b.id = v.business_id
    join registry.person p on p.city_id = v.city_id and p.id = v.person_id
    join access.user_account u on u.city_id = v.city_id and u.id = v.mentor_id
    left join registry.region l on l.city_id = b.city_id and l.code = b.kelurahan_code
    where v.city_id = ${db.city} and v.done_on ${spanOf(asked)}
      and (${asked.mentorId}::uuid is null or v.mentor_id = ${asked.mentorId}::uuid)
    order by v.done_on, b.name, v.id`.execute(db);
  return rows;
}
