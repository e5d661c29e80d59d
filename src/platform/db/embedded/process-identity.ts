import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, readdirSync } from 'node:fs';

/** A process as another process can recognise it: the number alone is given to strangers after a restart. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque mark of when the process started; null where the system does not tell. */
  started: string | null;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startMark(process.pid) };
}

/** Whether that very process, not a later one with its number, is running. */
export function isRunning(identity: ProcessIdentity): boolean {
  if (!pidExists(identity.pid)) return false;
  return identity.started === null || startMark(identity.pid) === identity.started;
}

export function pidExists(pid: number): boolean {
  return isNumberTaken(pid) && !isZombie(pid);
}

/** Whether the number is in use, be it by a process that ended and was not yet cleared away. */
export function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Running, but not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Processes whose working folder is `dir`: PostgreSQL and all its children work inside their data folder. */
export function pidsWorkingIn(dir: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingDirOf(pid) === dir);
}

/** Whether `pid` is a PostgreSQL server on the data folder `dir`. */
export function isPostgresOn(pid: number, dir: string): boolean {
  if (!pidExists(pid)) return false;
  if (process.platform === 'linux') return workingDirOf(pid) === dir;
  return psField(pid, 'args').includes(dir);
}

function workingDirOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** The fields of /proc/<pid>/stat after the command name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)[0] === 'Z';
}

function startMark(pid: number): string | null {
  // Field 22 of the whole line is the start in clock ticks since boot.
  if (process.platform === 'linux') return statFields(pid)[19] ?? null;
  return psField(pid, 'lstart') || null;
}

function psField(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
