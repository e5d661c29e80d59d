import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from '../../config/private-files.ts';
import { isRunning, ownIdentity } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** Who has opened a data folder. */
export interface LockHolder extends ProcessIdentity {
  purpose: Purpose;
  /** UTC instant, ISO 8601. */
  since: string;
}

/** `serve` keeps the folder open; a `command` opens it for a moment. */
export type Purpose = 'serve' | 'command';

export type LockAttempt = { taken: true; release: () => void } | { taken: false; by: LockHolder };

/**
 * Takes `naik.lock` in the data folder, so that one process at a time starts the database there. A lock whose
 * holder is gone (power cut, kill -9) is taken over.
 */
export function takeDataLock(dataDir: string, purpose: Purpose): LockAttempt {
  const path = join(dataDir, 'naik.lock');
  const mine: LockHolder = { ...ownIdentity(), purpose, since: new Date().toISOString() };
  const draft = join(dataDir, `naik.lock.${process.pid}`);
  writePrivateFile(draft, JSON.stringify(mine));
  try {
    for (;;) {
      if (linkOnce(draft, path)) return { taken: true, release: () => releaseLock(path, mine) };
      const found = readText(path);
      const holder = parseHolder(found);
      if (holder !== undefined && isRunning(holder)) return { taken: false, by: holder };
      if (found !== undefined) removeStale(path, found);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The running process that holds the data folder, if any. */
export function findLockHolder(dataDir: string): LockHolder | undefined {
  const holder = parseHolder(readText(join(dataDir, 'naik.lock')));
  return holder !== undefined && isRunning(holder) ? holder : undefined;
}

/** A hard link either makes the name or finds it taken: there is no moment between looking and taking. */
function linkOnce(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Two processes may find the same stale lock. Moving it aside before removing it shows what was really moved, so
 * that the fresh lock of the faster one is put back.
 */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readText(aside) !== stale) linkOnce(aside, path);
  rmSync(aside, { force: true });
}

function releaseLock(path: string, mine: LockHolder): void {
  if (readText(path) === JSON.stringify(mine)) rmSync(path, { force: true });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseHolder(text: string | undefined): LockHolder | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as LockHolder);
  } catch {
    // Cut short by a full disk or a power cut; nobody can hold what was never written.
    return undefined;
  }
}
