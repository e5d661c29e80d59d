import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Clock ticks of `/proc` a second, fixed on Linux for programs. */
const ticksASecond = 100;

/** Processor milliseconds used so far: wall time lies on a machine that others use too, this does not. */
export interface CpuTime {
  /** This process: the server, and the phones that ask it. */
  readonly nodeMs: number;
  /** The database of this data folder with all its processes; null where there is no `/proc`. */
  readonly databaseMs: number | null;
}

/** @param dataDir with an embedded database that runs */
export function cpuTime(dataDir: string): CpuTime {
  const { user, system } = process.cpuUsage();
  return { nodeMs: (user + system) / 1000, databaseMs: databaseMs(dataDir) };
}

/** What each of so many pieces of work took, in words. */
export function processorOfEach(before: CpuTime, after: CpuTime, pieces: number): string {
  const each = (ms: number) => `${(ms / pieces).toFixed(2)} ms`;
  const node = each(after.nodeMs - before.nodeMs);
  const database =
    before.databaseMs === null || after.databaseMs === null
      ? 'not known here'
      : each(after.databaseMs - before.databaseMs);
  return `server and the phones that ask it ${node}, database ${database}`;
}

function databaseMs(dataDir: string): number | null {
  try {
    const file = readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8');
    const postmaster = Number(file.split('\n', 1)[0]);
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(name) ?? [])
      .filter(({ pid, parent }) => pid === postmaster || parent === postmaster);
    const ticks = processes.reduce((sum, one) => sum + one.ticks, 0);
    return (ticks * 1000) / ticksASecond;
  } catch {
    return null;
  }
}

/** Own ticks, and those of children that have ended; null for a process that is gone by now. */
function statOf(name: string): { pid: number; parent: number; ticks: number } | null {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The name in brackets may hold spaces; after it come state, parent, … utime (12th), stime, cutime, cstime.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0);
    return { pid: Number(name), parent: Number(fields[1]), ticks };
  } catch {
    return null;
  }
}
