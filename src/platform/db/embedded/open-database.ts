import { chmodSync, existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { hasRoom } from '../../config/disk-space.ts';
import { makePrivateDir } from '../../config/private-files.ts';
import type { Settings } from '../../config/settings.ts';
import { StartProblem } from '../../config/start-problem.ts';
import { applicationName } from '../application-name.ts';
import { findBinaries } from './binaries.ts';
import { takeDataLock } from './data-lock.ts';
import type { LockHolder, Purpose } from './data-lock.ts';
import { stopOrphan } from './orphan.ts';
import type { Durability } from './postgres-options.ts';
import { diskFull, embeddedOwner, initialise } from './postmaster.ts';
import type { PostmasterPlan } from './postmaster.ts';
import { chooseRunAs, giveTo } from './run-as.ts';
import { readRunFile, removeRunFile, writeRunFile } from './run-file.ts';
import { makeSocketDir } from './socket-dir.ts';
import { superviseDatabase } from './supervise-database.ts';

export interface OpenDatabase {
  /** Connection string of the owner, understood by pg and by libpq. */
  url: string;
  /** Whether this process started the database and so will stop it. */
  owned: boolean;
  /** Tells other processes on this data folder the address of the site. */
  announce(address: string): void;
  /** Stops what this process started; a database that is shared or external is left running. */
  stop(): Promise<void>;
}

export interface OpenOptions {
  /** `serve` refuses a data folder in use; a `command` shares its database. Default `command`. */
  purpose?: Purpose;
  durability?: Durability;
  /** Called when the database stopped by itself and could not be started again. */
  onLost?: (reason: Error) => void;
}

/**
 * Opens the database the settings name: a server of your own (DATABASE_URL), the embedded one that another process
 * on this data folder already runs, or the embedded one started here.
 * @throws StartProblem `alreadyRunning`, `database` or `diskFull`, with what to do.
 */
export async function openDatabase(
  settings: Pick<Settings, 'dataDir' | 'databaseUrl'>,
  options: OpenOptions = {},
): Promise<OpenDatabase> {
  if (settings.databaseUrl !== null) return external(settings.databaseUrl);
  const dataDir = prepareDataDir(settings.dataDir);
  const purpose = options.purpose ?? 'command';
  for (;;) {
    const lock = takeDataLock(dataDir, purpose);
    if (lock.taken) return startHere(dataDir, options, lock.release);
    if (purpose === 'serve') throw alreadyRunning(dataDir, lock.by);
    const run = readRunFile(dataDir, lock.by);
    if (run !== undefined) return external(run.databaseUrl);
    // The holder is still starting, or just ended: look again.
    await sleep(50);
  }
}

function external(url: string): OpenDatabase {
  return { url, owned: false, announce() {}, stop: () => Promise.resolve() };
}

async function startHere(
  dataDir: string,
  options: OpenOptions,
  releaseLock: () => void,
): Promise<OpenDatabase> {
  try {
    const plan = makePlan(dataDir, options.durability ?? 'full');
    await initialise(plan);
    giveTo(plan.runAs, plan.pgDir);
    // A copied folder is often open to others; PostgreSQL would refuse it, and it should be closed anyway.
    chmodSync(plan.pgDir, 0o700);
    await stopOrphan(plan);
    const url = connectionUrl(plan.socketDir, 'naik');
    const server = await superviseDatabase(plan, options.onLost ?? (() => {}));
    await createDatabase(connectionUrl(plan.socketDir, 'postgres'), 'naik');
    const run = { pid: process.pid, databaseUrl: url, address: null };
    writeRunFile(dataDir, run);
    const leave = (): void => {
      removeRunFile(dataDir);
      releaseLock();
    };
    const onExit = (): void => {
      server.abandon();
      leave();
    };
    process.once('exit', onExit);
    return {
      url,
      owned: true,
      announce: (address) => {
        writeRunFile(dataDir, { ...run, address });
      },
      async stop() {
        if (options.purpose !== 'serve') await othersToFinish(url);
        process.off('exit', onExit);
        await server.stop();
        leave();
      },
    };
  } catch (error) {
    releaseLock();
    throw error;
  }
}

function makePlan(dataDir: string, durability: Durability): PostmasterPlan {
  const binaries = findBinaries();
  const pgDir = join(dataDir, 'pg');
  const runAs = chooseRunAs(binaries.postgres, existsSync(pgDir) ? pgDir : dataDir);
  const logFile = join(dataDir, 'pg.log');
  if (existsSync(logFile) && statSync(logFile).size > 10 * 1024 * 1024) rmSync(logFile);
  const socketDir = makeSocketDir(dataDir, runAs.uid);
  return { binaries, runAs, pgDir, socketDir, logFile, durability };
}

function prepareDataDir(path: string): string {
  try {
    makePrivateDir(path);
    const dataDir = realpathSync(path);
    if (!hasRoom(dataDir)) throw diskFull(dataDir);
    return dataDir;
  } catch (error) {
    throw explainFolder(path, error);
  }
}

function explainFolder(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC') return diskFull(path);
  if (code === undefined || !['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code))
    return error;
  return new StartProblem(
    'settings',
    `The data folder ${path} cannot be used (${code}). Choose a folder you may write to with NAIK_DATA.`,
    error,
  );
}

/** `host` as a parameter, because a path cannot stand where a URL has its host. */
export function connectionUrl(socketDir: string, database: string): string {
  return `postgresql://${embeddedOwner}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Commands that share the database of a command that opened it first get to finish their work. */
async function othersToFinish(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    for (;;) {
      const others = await client.query(
        `select 1 from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1`,
        [applicationName],
      );
      if (others.rowCount === 0) break;
      await sleep(100);
    }
  } finally {
    await client.end();
  }
}

function alreadyRunning(dataDir: string, by: LockHolder): StartProblem {
  const address = readRunFile(dataDir, by)?.address;
  const since = by.since.slice(0, 16).replace('T', ' ');
  const who = `process ${by.pid}, since ${since} UTC`;
  const what =
    by.purpose === 'serve'
      ? `Naik already runs on the data folder ${dataDir} (${who})${address ? `, at ${address}` : ''}.`
      : `A naik command is working on the data folder ${dataDir} (${who}).`;
  return new StartProblem(
    'alreadyRunning',
    `${what}\nUse that one, or stop it with Ctrl-C in its window (kill ${by.pid}), or choose another folder with NAIK_DATA.`,
  );
}
