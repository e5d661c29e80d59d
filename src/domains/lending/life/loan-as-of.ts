import type { BusinessDate } from '#kernel/date.ts';
import type { LoanInHand } from './loan-life.ts';

/**
 * A loan as it was at the end of a past day: only what counts from that day or earlier, under the schedule version
 * then in force. What was entered late counts from its own day, as everywhere.
 */
export function loanAsOf(loan: LoanInHand, day: BusinessDate): LoanInHand {
  const entries = loan.entries.filter((entry) => entry.on <= day);
  const version = Math.max(1, ...entries.map((entry) => entry.scheduleVersion ?? 1));
  return { ...loan, entries, versions: loan.versions.slice(0, version) };
}
