import { Logger, run } from 'graphile-worker';
import type { Runner, TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Json } from '#platform/command/command.ts';
import { Refusal } from '#platform/command/problem.ts';
import type { Job, JobHouse } from './job.ts';
import { jobLog } from './job-log.ts';

const queued = z.object({ city: z.string(), jobId: z.uuid(), payload: z.json() });

/** Starts working on the queue. The runner's `stop()` lets running jobs finish or hands them back. */
export async function startWorker(
  ownerPool: Pool,
  house: JobHouse,
  jobs: readonly Job[],
): Promise<Runner> {
  const log = jobLog(ownerPool);
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.task,
      async (raw, helpers) => {
        const { city, jobId, payload } = queued.parse(raw);
        const key = { city, jobId };
        await log.started(key, house.now());
        try {
          const result = await job.run({
            house,
            city,
            jobId,
            payload: payload,
            progress: (done, total) => log.progress(key, done, total ?? null),
            signal: helpers.abortSignal,
          });
          await log.done(key, house.now(), result);
        } catch (error) {
          await log.failed(key, house.now(), problemOf(error));
          // A refusal will be refused again; anything else the queue tries once more, later.
          if (!(error instanceof Refusal)) throw error;
        }
      },
    ]),
  );
  return run({
    pgPool: ownerPool,
    taskList,
    concurrency: 2,
    noHandleSignals: true,
    logger: quiet(),
    parsedCronItems: [],
  });
}

function problemOf(error: unknown): Json {
  if (error instanceof Refusal)
    return { code: error.code, words: { id: error.words.id, en: error.words.en } };
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'job.fault',
    words: {
      id: `Terhenti karena gangguan: ${message}. Akan dicoba lagi; bila tetap gagal, beri tahu pengelola sistem.`,
      en: `Stopped by a fault: ${message}. It will be tried again; if it keeps failing, tell the operator.`,
    },
  };
}

/** The queue's own chatter is not ours to print; what failed stands in the job's row. */
function quiet(): Logger {
  return new Logger(() => () => undefined);
}
