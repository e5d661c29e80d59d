import type { Executed } from '#platform/command/execute.ts';
import type { Json } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';

/** What a job may use of the house. A job that changes something sends a command like everybody else. */
export interface JobHouse {
  read<T>(city: string, work: (db: Reader) => Promise<T>): Promise<T>;
  /** Executes a command as the system. The id comes from the job, so that a retried job is the same command. */
  execute(command: { id: string; kind: string; city: string; body: unknown }): Promise<Executed>;
  now(): Date;
  /** Absolute path of the data folder, for files. */
  readonly dataDir: string;
  /** The address people type, without a slash at the end; QR codes on paper start with it. */
  readonly origin: string;
}

export interface JobRun {
  readonly house: JobHouse;
  readonly city: string;
  /** Id of the job's row; derive command ids from it so that a retry repeats nothing. */
  readonly jobId: string;
  readonly payload: Json;
  /** Says how far the job is; shown on the page of jobs. */
  progress(done: number, total?: number): Promise<void>;
  /** Aborted when an officer cancels the job or the server stops. */
  readonly signal: AbortSignal;
}

export interface Job {
  /** `domain.task`, as commands ask for it. */
  readonly task: string;
  /** Does the work and answers what to show when it is done. A Refusal ends it as failed, without retries. */
  run(run: JobRun): Promise<Json>;
}

export function defineJob(job: Job): Job {
  return job;
}
