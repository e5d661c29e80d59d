import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running PostgreSQL writes about itself in its data folder. */
export interface PostmasterFile {
  pid: number;
  ready: boolean;
}

/** Reads `postmaster.pid`: line 1 the process, line 8 its state (see pidfile.h of PostgreSQL). */
export function readPostmasterFile(pgDir: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(pgDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0
      ? { pid, ready: lines[7]?.trim() === 'ready' }
      : undefined;
  } catch {
    return undefined;
  }
}
