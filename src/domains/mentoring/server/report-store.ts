import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Actor } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { ReportContent, ReportState } from '../monthly-report.ts';

/** A report as a command needs it, locked. */
export interface StoredReport {
  readonly id: string;
  readonly mentorId: string | null;
  readonly mentorName: string | null;
  readonly month: BusinessDate;
  readonly state: ReportState;
  readonly sentBy: string | null;
}

export async function findStoredReport(
  tx: Tx,
  which: { reportId: string } | { mentorId: string | null; month: BusinessDate },
): Promise<StoredReport | null> {
  const narrowed =
    'reportId' in which
      ? sql<boolean>`r.id = ${which.reportId}`
      : sql<boolean>`r.mentor_id is not distinct from ${which.mentorId}::uuid and r.month = ${which.month}`;
  const { rows } = await sql<StoredReport>`
    select r.id, r.mentor_id as "mentorId", u.name as "mentorName", r.month, r.state,
      (select e.by_user from mentoring.monthly_report_event e where e.city_id = r.city_id and e.report_id = r.id
        and e.kind = 'sent' order by e.at desc limit 1) as "sentBy"
    from mentoring.monthly_report r
    left join access.user_account u on u.city_id = r.city_id and u.id = r.mentor_id
    where r.city_id = ${tx.city} and ${narrowed} for update of r`.execute(tx);
  return rows[0] ?? null;
}

/** Writes a report's words, and what it says once it is sent. */
export async function writeReport(
  tx: Tx,
  report: {
    id: string;
    mentorId: string | null;
    month: BusinessDate;
    obstacles: string;
    followUp: string;
    state: ReportState;
    content: ReportContent | null;
    now: Date;
  },
): Promise<void> {
  const content = report.content ? JSON.stringify(report.content) : null;
  await sql`
    insert into mentoring.monthly_report (city_id, id, mentor_id, month, state, obstacles, follow_up, content, sent_at)
    values (${tx.city}, ${report.id}, ${report.mentorId}::uuid, ${report.month}, ${report.state}, ${report.obstacles},
      ${report.followUp}, ${content}::jsonb, ${report.content ? report.now : null}::timestamptz)
    on conflict (city_id, mentor_id, month) do update set state = excluded.state, obstacles = excluded.obstacles,
      follow_up = excluded.follow_up, content = excluded.content, sent_at = coalesce(excluded.sent_at, monthly_report.sent_at)`.execute(
    tx,
  );
}

/** A sent report accepted, or returned to its author; what was returned is reckoned anew when it is sent again. */
export async function answerReport(
  tx: Tx,
  reportId: string,
  state: 'accepted' | 'returned',
): Promise<void> {
  await sql`
    update mentoring.monthly_report set state = ${state}, content = case when ${state} = 'returned' then null else content end
    where city_id = ${tx.city} and id = ${reportId}`.execute(tx);
}

export async function noteReportStep(
  tx: Tx,
  step: { reportId: string; kind: ReportState; by: Actor; now: Date; note: string | null },
): Promise<void> {
  await sql`
    insert into mentoring.monthly_report_event (city_id, id, report_id, kind, at, by_user, by_name, note)
    values (${tx.city}, ${newId()}, ${step.reportId}, ${step.kind}, ${step.now}, ${step.by.userId}, ${step.by.name}, ${step.note})`.execute(
    tx,
  );
}
