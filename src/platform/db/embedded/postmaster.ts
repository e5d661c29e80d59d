import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../../config/start-problem.ts';
import type { PostgresBinaries } from './binaries.ts';
import { fastShutdown, stopProcess, waitFor } from './orphan.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { postgresOptions } from './postgres-options.ts';
import type { Durability } from './postgres-options.ts';
import { giveTo } from './run-as.ts';
import type { RunAs } from './run-as.ts';

/** Everything needed to run one PostgreSQL. */
export interface PostmasterPlan {
  binaries: PostgresBinaries;
  runAs: RunAs;
  /** Folder of the database files, all links resolved. */
  pgDir: string;
  socketDir: string;
  logFile: string;
  durability: Durability;
}

export interface Postmaster {
  pid: number;
  exited: Promise<void>;
  /** Fast shutdown, and the wait for it. */
  stop(): Promise<void>;
  /** Fast shutdown without a wait, for a process that is itself ending. */
  abandon(): void;
}

/** The database's own administrator; only this programme reaches its socket. */
export const embeddedOwner = 'naik';

/**
 * Makes the database files when there are none. They are made aside and moved into place, so that an interrupted
 * first start is simply begun again.
 */
export async function initialise(plan: PostmasterPlan): Promise<void> {
  if (existsSync(join(plan.pgDir, 'PG_VERSION'))) return;
  const draft = `${plan.pgDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(plan.runAs, draft);
  const locale = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const access = [`--username=${embeddedOwner}`, '--auth=trust'];
  const speed = plan.durability === 'tests' ? ['--no-sync'] : [];
  const log = await run(plan, [plan.binaries.initdb, '-D', draft, ...locale, ...access, ...speed]);
  if (log !== null) throw startFailure(plan, log);
  rmSync(plan.pgDir, { recursive: true, force: true });
  renameSync(draft, plan.pgDir);
}

/** Starts the server and waits until it takes connections. Recovery after a crash may take its time. */
export async function startPostmaster(plan: PostmasterPlan): Promise<Postmaster> {
  const options = postgresOptions(plan.socketDir, plan.durability);
  const { child, logFrom } = launch(plan, [plan.binaries.postgres, '-D', plan.pgDir, ...options]);
  // The database does not keep this process alive; what uses it does.
  child.unref();
  const ended = new Promise<void>((done) => {
    child.once('exit', () => {
      done();
    });
    child.once('error', () => {
      done();
    });
  });
  let running = child.pid !== undefined;
  void ended.then(() => {
    running = false;
  });
  const pid = child.pid ?? 0;
  const isReady = (): boolean => {
    const file = readPostmasterFile(plan.pgDir);
    return file?.pid === pid && file.ready;
  };
  await waitFor(() => !running || isReady(), 10 * 60_000);
  if (!running) throw startFailure(plan, logSince(plan, logFrom));
  return {
    pid,
    exited: ended,
    async stop() {
      // Its end is now waited for, so it keeps this process alive again.
      child.ref();
      if (running && !(await stopProcess(pid))) {
        throw new Error(`PostgreSQL (process ${pid}) does not stop`);
      }
      await ended;
    },
    abandon() {
      if (running) process.kill(pid, fastShutdown);
    },
  };
}

/** Runs a program to its end; answers null, or what it wrote when it failed. */
async function run(plan: PostmasterPlan, line: string[]): Promise<string | null> {
  const { child, logFrom } = launch(plan, line);
  const code = await new Promise<number>((done) => {
    child.once('exit', (exitCode) => {
      done(exitCode ?? 1);
    });
    child.once('error', () => {
      done(127);
    });
  });
  return code === 0 ? null : logSince(plan, logFrom);
}

/**
 * The server gets a session of its own, so that Ctrl-C reaches only this process, which then stops it in order; and
 * it writes to a file, because a pipe would break when this process is killed.
 */
function launch(plan: PostmasterPlan, line: string[]): { child: ChildProcess; logFrom: number } {
  const log = openSync(plan.logFile, 'a', 0o600);
  const logFrom = fstatSync(log).size;
  const [command = '', ...args] = [...plan.runAs.prefix, ...line];
  const child = spawn(command, args, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(log);
  return { child, logFrom };
}

function logSince(plan: PostmasterPlan, from: number): string {
  return readFileSync(plan.logFile).subarray(from).toString('utf8').trim();
}

function startFailure(plan: PostmasterPlan, log: string): StartProblem {
  if (log.includes('No space left on device')) return diskFull(plan.pgDir);
  const lastLines = log.split('\n').slice(-8).join('\n  ');
  return new StartProblem(
    'database',
    `PostgreSQL did not start. It says:\n  ${lastLines}\nMore is in ${plan.logFile}.`,
  );
}

export function diskFull(dir: string): StartProblem {
  return new StartProblem(
    'diskFull',
    `The disk that holds ${dir} is full. Free some space, then start again; nothing that was confirmed is lost.`,
  );
}
