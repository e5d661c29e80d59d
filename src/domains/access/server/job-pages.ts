import { sql } from 'kysely';
import type { Words } from '#kernel/words.ts';
import type { Reader } from '#platform/db/reader.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** One background job as the jobs page shows it. */
export interface JobRow {
  id: string;
  task: string;
  title: Words;
  state: JobState;
  attempts: number;
  askedAt: Date;
  askedBy: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  progressDone: bigint;
  progressTotal: bigint | null;
  /** Why the last attempt failed. */
  problem: { code?: string; words?: Words } | null;
}

/** Jobs newest first, how many fit, and how many there are in each state. */
export async function listJobs(
  db: Reader,
  query: { state?: string | undefined; limit: number; offset: number },
): Promise<{ rows: JobRow[]; total: number; counts: Partial<Record<JobState, number>> }> {
  const state = query.state ?? null;
  const { rows } = await sql<JobRow>`
    select j.id, j.task, j.title, j.state, j.attempts, j.asked_at as "askedAt", u.name as "askedBy",
      j.started_at as "startedAt", j.ended_at as "endedAt", j.progress_done as "progressDone",
      j.progress_total as "progressTotal", j.problem
    from platform.job_run j left join access.user_account u on u.city_id = j.city_id and u.id = j.asked_by
    where j.city_id = ${db.city} and (${state}::text is null or j.state = ${state})
    order by j.asked_at desc, j.id desc limit ${query.limit} offset ${query.offset}`.execute(db);
  const counted = await sql<{ state: JobState; count: bigint }>`
    select state, count(*) as count from platform.job_run where city_id = ${db.city} group by state`.execute(
    db,
  );
  const counts = Object.fromEntries(counted.rows.map((row) => [row.state, Number(row.count)]));
  const total = counted.rows.reduce(
    (sum, row) => (state === null || row.state === state ? sum + Number(row.count) : sum),
    0,
  );
  return { rows, total, counts };
}
