import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import { paidAfter, replayLife, scheduleInForce } from './loan-life.ts';
import type { LifeEntry, LoanInHand } from './loan-life.ts';

/**
 * A loan as it was at the end of a past day: only what counts from that day or earlier, under the schedule version
 * then in force, with the sums that stood then. What was entered late counts from its own day, as everywhere.
 */
export function loanAsOf(loan: LoanInHand, day: BusinessDate): LoanInHand {
  const entries = loan.entries.filter((entry) => entry.on <= day);
  if (entries.length === loan.entries.length) return loan;
  const version = Math.max(1, ...entries.map((entry) => entry.scheduleVersion ?? 1));
  const then = { ...loan, entries, versions: loan.versions.slice(0, version) };
  const wasOpen = loan.closedOn === null || loan.closedOn > day;
  return {
    ...then,
    principalRupiah: scheduleInForce(then).principalDue.at(-1) ?? loan.principalRupiah,
    paid: paidAfter(then, replayLife(then, day)),
    charged: chargesOf(entries, ({ kind }) => kind),
    waived: chargesOf(entries, ({ kind, part }) => (kind === 'waiver' ? part : null)),
    ...(wasOpen && { state: 'active', closedOn: null }),
  };
}

/** Fees and penalties of entries that still stand, by what each entry counts as. */
function chargesOf(
  entries: readonly LifeEntry[],
  countsAs: (entry: LifeEntry) => LifeEntry['kind'] | LifeEntry['part'],
): { fee: Rupiah; penalty: Rupiah } {
  const undone = new Set(entries.flatMap((entry) => entry.reversesId ?? []));
  const total = (part: 'fee' | 'penalty') =>
    entries
      .filter((entry) => countsAs(entry) === part && !undone.has(entry.id))
      .reduce((sum, entry) => sum + entry.amountRupiah, 0n);
  return { fee: total('fee'), penalty: total('penalty') };
}
