import { sql } from 'kysely';
import { defineCommand } from '#platform/command/define-command.ts';
import { retryJobInput } from '../input.ts';
import { accessProblems } from '../problems.ts';

/** Puts a failed job back on the queue. */
export const retryJob = defineCommand({
  kind: 'access.retry-job',
  version: 1,
  input: retryJobInput,
  async handle(tx, body) {
    const { rows } = await sql<{ again: boolean; title: { id: string; en: string } | null }>`
      select platform.enqueue_again(${tx.city}, ${body.jobId}) as again,
        (select title from platform.job_run where city_id = ${tx.city} and id = ${body.jobId}) as title`.execute(
      tx,
    );
    const title = rows[0]?.title;
    if (!rows[0]?.again || !title) throw accessProblems.jobNotRetryable();
    return {
      answer: { jobId: body.jobId },
      audit: {
        subject: { kind: 'job', id: body.jobId },
        says: { id: `Mengulang pekerjaan: ${title.id}`, en: `Retried the job: ${title.en}` },
      },
    };
  },
});
