import type { CommandOrigin } from '#platform/command/command.ts';

/** So many rows of the register a phone should carry, and so many it may. */
export const rowBudget = 5_000;
export const mostRows = 10_000;

/** How far a phone's clock may be off before what it wrote is flagged. */
const mostSkewMs = 10 * 60_000;

/** Whether the phone's clock was more than ten minutes off, by its own measure or because it wrote in the future. */
export function clockWasOff(origin: CommandOrigin, now: Date): boolean {
  if (Math.abs(origin.clockOffsetMs ?? 0) > mostSkewMs) return true;
  return new Date(origin.madeAt).getTime() - now.getTime() > mostSkewMs;
}
