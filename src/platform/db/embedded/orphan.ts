import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from '../../config/start-problem.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isNumberTaken, isPostgresOn, pidExists, pidsWorkingIn } from './process-identity.ts';

/** Fast shutdown: sessions are ended, everything confirmed is on disk. */
export const fastShutdown = 'SIGINT';
/** Immediate shutdown: like a power cut; the next start recovers from the log. Nothing confirmed is lost. */
export const immediateShutdown = 'SIGQUIT';

/** Where a server keeps what tells others that it runs. */
export interface PostgresFolders {
  pgDir: string;
  socketDir: string;
}

/**
 * Ends a PostgreSQL that outlived the process which started it (kill -9, closed terminal). The caller holds the data
 * lock, so nobody is entitled to it any more.
 */
export async function stopOrphan({ pgDir, socketDir }: PostgresFolders): Promise<void> {
  const found = readPostmasterFile(pgDir);
  if (found === undefined) return;
  if (isPostgresOn(found.pid, pgDir)) {
    if (await stopProcess(found.pid)) return;
    throw new StartProblem(
      'database',
      `A PostgreSQL left over from an earlier run (process ${found.pid}) does not stop. End it, then start again.`,
    );
  }
  await waitFor(() => pidsWorkingIn(pgDir).length === 0, 10_000);
  // The number in the file belongs to a stranger, or to a dead process that nobody has cleared away: PostgreSQL would
  // believe itself already running. A file whose number is free is left to PostgreSQL, which knows how to check it.
  if (isNumberTaken(found.pid) && pidsWorkingIn(pgDir).length === 0) {
    rmSync(join(pgDir, 'postmaster.pid'));
    rmSync(join(socketDir, '.s.PGSQL.5432.lock'), { force: true });
  }
}

/** Stops a server process, more firmly after a while. Answers whether it is gone. */
export async function stopProcess(pid: number): Promise<boolean> {
  signal(pid, fastShutdown);
  if (await waitFor(() => !pidExists(pid), 60_000)) return true;
  signal(pid, immediateShutdown);
  return waitFor(() => !pidExists(pid), 15_000);
}

/** Waits until `done`; false when `limitMs` passed first. */
export async function waitFor(done: () => boolean, limitMs: number): Promise<boolean> {
  const end = Date.now() + limitMs;
  while (!done()) {
    if (Date.now() > end) return false;
    await sleep(15);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
