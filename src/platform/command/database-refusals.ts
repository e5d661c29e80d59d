import { DatabaseError } from 'pg';
import { commandProblems } from './problems.ts';
import type { Refusal } from './problem.ts';

/**
 * Faults of the database that a person can do something about, as refusals; null for the rest.
 * 53100 disk full, 53200 out of memory, 53300 too many connections, 57014 statement time-out,
 * 55P03 lock time-out, 40P01 dead-lock, 57P01-03 shutting down or starting, 08xxx connection lost; 22003, 22007, 22008,
 * 22021, 22P02, 22P05 a number, date or character that no column can hold.
 */
export function refusalOfDatabase(error: unknown): Refusal | null {
  const code = error instanceof DatabaseError ? error.code : nodeCode(error);
  if (code === '53100' || code === 'ENOSPC') return commandProblems.storageFull();
  if (code && /^(53200|53300|57014|55P03|40P01|40001|57P0[123]|08...)$/.test(code)) {
    return commandProblems.tooBusy();
  }
  if (code && /^22(003|007|008|021|P02|P05)$/.test(code)) return commandProblems.outOfBounds();
  if (lostConnection(error)) return commandProblems.tooBusy();
  return null;
}

function nodeCode(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  return undefined;
}

function lostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(
      error.message,
    )
  )
    return true;
  return 'syscall' in error && ['connect', 'read', 'write'].includes(String(error.syscall));
}
