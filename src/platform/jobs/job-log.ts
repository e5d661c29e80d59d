import type { Pool } from 'pg';
import type { Json } from '#platform/command/command.ts';

/** Which row of `platform.job_run` is meant. */
export interface JobKey {
  readonly city: string;
  readonly jobId: string;
}

/**
 * Writes how a job fares. Not a command: it records what the machine did, outside any transaction of the
 * work itself, so that a failed job leaves its reason.
 */
export function jobLog(ownerPool: Pool) {
  const set = async (key: JobKey, change: { sql: string; values?: unknown[] }) => {
    await ownerPool.query(
      `update platform.job_run set ${change.sql} where city_id = $1 and id = $2`,
      [key.city, key.jobId, ...(change.values ?? [])],
    );
  };
  return {
    started: (key: JobKey, at: Date) =>
      set(key, {
        sql: `state = 'running', attempts = attempts + 1, started_at = $3, ended_at = null, problem = null`,
        values: [at],
      }),
    progress: (key: JobKey, done: number, total: number | null) =>
      set(key, {
        sql: 'progress_done = $3, progress_total = coalesce($4, progress_total)',
        values: [done, total],
      }),
    done: (key: JobKey, at: Date, result: Json) =>
      set(key, {
        sql: `state = 'done', ended_at = $3, result = $4`,
        values: [at, JSON.stringify(result)],
      }),
    failed: (key: JobKey, at: Date, problem: Json) =>
      set(key, {
        sql: `state = 'failed', ended_at = $3, problem = $4`,
        values: [at, JSON.stringify(problem)],
      }),
  };
}
