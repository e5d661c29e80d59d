import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from '../../config/private-files.ts';
import type { LockHolder } from './data-lock.ts';

/** What the process that opened a data folder tells the others: where its database is, and its site. */
export interface RunFile {
  pid: number;
  databaseUrl: string;
  /** Address of the site once it listens. */
  address: string | null;
}

export function writeRunFile(dataDir: string, run: RunFile): void {
  writePrivateFile(join(dataDir, 'run.json'), `${JSON.stringify(run, null, 2)}\n`);
}

/** What `holder` has told; undefined while it is still starting. A file left by an earlier process does not count. */
export function readRunFile(dataDir: string, holder: LockHolder): RunFile | undefined {
  try {
    const run = JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as RunFile;
    return run.pid === holder.pid ? run : undefined;
  } catch {
    return undefined;
  }
}

export function removeRunFile(dataDir: string): void {
  rmSync(join(dataDir, 'run.json'), { force: true });
}
