import { sql } from 'kysely';
import { addDays, addMonths } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { ReportContent, ReportState } from '../monthly-report.ts';
import { reportDueOn } from '../monthly-report.ts';
import { reportContent } from './report-content.ts';

/** One mentor's month in the coordinator's list. */
export interface ReportRow {
  readonly mentorId: string;
  readonly mentorName: string;
  /** Null while she has not begun it. */
  readonly state: ReportState | null;
  readonly sentOn: BusinessDate | null;
  readonly visits: number;
  readonly businesses: number;
  readonly planned: number;
  readonly made: number;
  /** Recorded more than two days after the visit, or after the month's cut-off. */
  readonly late: number;
  readonly findings: number;
}

/** Every mentor and PLUT consultant who was on duty or visited in a month, with how her report stands. */
export async function listMonthlyReports(
  db: Reader,
  asked: { month: BusinessDate; zone: string },
): Promise<ReportRow[]> {
  const last = addDays(addMonths(asked.month, 1), -1);
  const { rows } = await sql<ReportRow>`
    with made as (
      select v.mentor_id, count(*)::int as visits, count(distinct v.business_id)::int as businesses,
        (count(*) filter (where v.recorded_on > least(v.done_on + 2, ${reportDueOn(asked.month)}::date)))::int as late,
        (select count(*)::int from voice.case c where c.city_id = ${db.city} and c.origin = 'visit'
          and c.origin_id = any (array_agg(v.id))) as findings
      from mentoring.visit v where v.city_id = ${db.city} and v.done_on between ${asked.month}::date and ${last}::date group by v.mentor_id
    ), plan as (
      select mentor_id, count(*)::int as planned, (count(*) filter (where state = 'done'))::int as made
      from mentoring.planned_visit where city_id = ${db.city} and on_day between ${asked.month}::date and ${last}::date group by mentor_id
    )
    select u.id as "mentorId", u.name as "mentorName", r.state, (r.sent_at at time zone ${asked.zone})::date as "sentOn",
      coalesce(m.visits, 0) as visits, coalesce(m.businesses, 0) as businesses, coalesce(p.planned, 0) as planned,
      coalesce(p.made, 0) as made, coalesce(m.late, 0) as late, coalesce(m.findings, 0) as findings
    from access.user_account u
    left join made m on m.mentor_id = u.id left join plan p on p.mentor_id = u.id
    left join mentoring.monthly_report r on r.city_id = u.city_id and r.mentor_id = u.id and r.month = ${asked.month}::date
    where u.city_id = ${db.city} and (m.mentor_id is not null or r.id is not null or exists (
      select from access.role_assignment a where a.city_id = u.city_id and a.user_id = u.id and a.role in ('pendamping', 'konsultan-plut')
        and a.valid_from <= ${last}::date and (a.valid_to is null or a.valid_to >= ${asked.month}::date)))
    order by u.name, u.id`.execute(db);
  return rows;
}

export interface ReportStep {
  readonly kind: ReportState;
  readonly at: Date;
  readonly byName: string;
  readonly note: string | null;
}

/** One report as its page shows it: frozen where it was sent, else as the records stand now. */
export interface ReportPage {
  readonly id: string | null;
  readonly mentorId: string | null;
  readonly state: ReportState | null;
  readonly obstacles: string;
  readonly followUp: string;
  readonly content: ReportContent;
  readonly sentBy: string | null;
  readonly steps: readonly ReportStep[];
}

export async function readMonthlyReport(
  db: Reader,
  asked: { mentorId: string | null; month: BusinessDate },
): Promise<ReportPage> {
  const { rows } = await sql<{
    id: string;
    state: ReportState;
    obstacles: string;
    followUp: string;
    content: ReportContent | null;
  }>`
    select id, state, obstacles, follow_up as "followUp", content from mentoring.monthly_report
    where city_id = ${db.city} and mentor_id is not distinct from ${asked.mentorId}::uuid and month = ${asked.month}`.execute(
    db,
  );
  const kept = rows[0];
  const { rows: steps } = await sql<ReportStep & { byUser: string }>`
    select kind, at, by_name as "byName", by_user as "byUser", note from mentoring.monthly_report_event
    where city_id = ${db.city} and report_id = ${kept?.id ?? null}::uuid order by at`.execute(db);
  return {
    id: kept?.id ?? null,
    mentorId: asked.mentorId,
    state: kept?.state ?? null,
    obstacles: kept?.obstacles ?? '',
    followUp: kept?.followUp ?? '',
    content: kept?.content ?? (await reportContent(db, asked)),
    sentBy: steps.findLast((step) => step.kind === 'sent')?.byUser ?? null,
    steps: steps.map(({ kind, at, byName, note }) => ({ kind, at, byName, note })),
  };
}
