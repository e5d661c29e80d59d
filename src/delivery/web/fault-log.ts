import { randomBytes } from 'node:crypto';

/**
 * Sets a fault down on standard error, one JSON line with its stack, and answers the short reference that the
 * page shows, so that a person can quote it and an operator find it. What was typed is never part of it.
 */
export function logFault(fault: unknown, about: Readonly<Record<string, string>>): string {
  const reference = randomBytes(4).toString('hex');
  const stack = fault instanceof Error ? fault.stack : String(fault);
  process.stderr.write(
    `${JSON.stringify({ level: 'error', time: new Date().toISOString(), reference, ...about, stack })}\n`,
  );
  return reference;
}
