import { Logger, parseCronItems, run } from 'graphile-worker';
import type { Runner, TaskList } from 'graphile-worker';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Json } from '#platform/command/command.ts';
import { openPlainPool } from '#platform/db/pool.ts';
import { Refusal } from '#platform/command/problem.ts';
import type { Job, JobHouse } from './job.ts';
import { jobLog } from './job-log.ts';

const queued = z.object({ city: z.string(), jobId: z.uuid(), payload: z.json() });

const hourlyTask = 'platform.hourly';

export interface WorkerOptions {
  /** Looked after at the start and once an hour: what the clock asks for, rather than a person. */
  readonly hourly?: () => Promise<void>;
  /** No other process works on this queue, so that jobs held by a worker of before belong to one that was killed. */
  readonly alone: boolean;
}

export interface Worker {
  /** Lets running jobs finish or hands them back. */
  stop(): Promise<void>;
}

/**
 * Starts working on the queue, and goes on after the database was away: the queue's own runner ends then, and jobs it
 * held would wait for hours.
 */
export async function startWorker(
  ownerPool: Pool,
  house: JobHouse,
  { jobs, hourly, alone }: WorkerOptions & { readonly jobs: readonly Job[] },
): Promise<Worker> {
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
  if (hourly) taskList[hourlyTask] = hourly;
  const queuePool = openPlainPool(ownerPool);
  const worker = await keepRunning(async () => {
    if (alone) await takeOverJobs(ownerPool);
    const runner = await run({
      pgPool: queuePool,
      // Only then are the queue's own failures kept from ending the whole process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      taskList,
      concurrency: 2,
      noHandleSignals: true,
      logger: quiet(),
      parsedCronItems: parseCronItems(hourly ? [{ task: hourlyTask, match: '5 * * * *' }] : []),
    });
    if (hourly) await runner.addJob(hourlyTask, {}, { jobKey: hourlyTask });
    return runner;
  });
  return {
    async stop() {
      await worker.stop();
      await queuePool.end();
    },
  };
}

async function keepRunning(begin: () => Promise<Runner>): Promise<Worker> {
  let stopped = false;
  let running: Runner | null = null;
  const watch = (runner: Runner) => {
    running = runner;
    const ended = () => {
      running = null;
      if (!stopped) void revive();
    };
    runner.promise.then(ended, ended);
  };
  const revive = async () => {
    while (!stopped && running === null) {
      await pause(500);
      await begin().then(watch, () => undefined);
    }
  };
  watch(await begin());
  return {
    async stop() {
      stopped = true;
      await running?.stop();
    },
  };
}

/**
 * Otherwise a job of a killed server would wait for hours until it counts as abandoned, and being killed a few times
 * would use up its attempts.
 */
async function takeOverJobs(ownerPool: Pool): Promise<void> {
  const { rows } = await ownerPool.query<{ ids: bigint[] | null; workers: string[] | null }>(`
    select array_agg(id) as ids, array_agg(distinct locked_by) as workers
    from graphile_worker.jobs where locked_by is not null`);
  const held = rows[0];
  if (!held?.ids) return;
  await ownerPool.query('select graphile_worker.force_unlock_workers($1)', [held.workers]);
  await ownerPool.query(
    'select graphile_worker.reschedule_jobs($1, run_at := now(), attempts := 0)',
    [held.ids],
  );
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
