import type { Random } from './ports.ts';

export const shortestWaitMs = 5_000;
/** With its jitter never more than this. */
export const longestWaitMs = 15 * 60_000;

/** Twice as long after every failure, 5 s to 15 min, and never two phones at the same moment. */
export function waitMs(failures: number, random: Random): number {
  const doubled = shortestWaitMs * 2 ** Math.min(failures, 12);
  const jittered = doubled * (0.5 + fraction(random));
  return Math.round(Math.min(longestWaitMs, Math.max(shortestWaitMs, jittered)));
}

/** From 0 up to 1. */
function fraction(random: Random): number {
  const [high = 0, low = 0] = random.bytes(2);
  return (high * 256 + low) / 65_536;
}
