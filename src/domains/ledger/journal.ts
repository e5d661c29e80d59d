import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';

/** One line of a journal: whole rupiah, debit positive, credit negative. */
export interface Entry {
  readonly accountId: string;
  readonly amount: Rupiah;
}

/** A journal about to be posted. */
export interface Journal {
  readonly id: string;
  /** Lower-case words joined by hyphens, e.g. `loan-repayment`. */
  readonly kind: string;
  /** One plain sentence for the journal's line in the books. */
  readonly says: string;
  readonly businessDate: BusinessDate;
  /** The day the money counts from; not after the business date. */
  readonly valueDate: BusinessDate;
  readonly entries: readonly Entry[];
  readonly reversesId?: string;
}

export function debit(accountId: string, amount: Rupiah): Entry {
  return { accountId, amount };
}

export function credit(accountId: string, amount: Rupiah): Entry {
  return { accountId, amount: -amount };
}

/** The entries of a journal with empty lines left out: the books hold no line of Rp 0. */
export function withoutZeros(entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => entry.amount !== 0n);
}

/**
 * One line an account, in the order in which accounts first appear: a sheet of fifty payments fills a bag once.
 * Lines that cancel each other out are left out.
 */
export function mergeEntries(entries: readonly Entry[]): Entry[] {
  const sums = new Map<string, Rupiah>();
  for (const { accountId, amount } of entries) {
    sums.set(accountId, (sums.get(accountId) ?? 0n) + amount);
  }
  return withoutZeros([...sums].map(([accountId, amount]) => ({ accountId, amount })));
}

/** Sum of a journal's entries; 0 for every journal the database accepts. */
export function sumOf(entries: readonly Entry[]): Rupiah {
  return entries.reduce((sum, entry) => sum + entry.amount, 0n);
}

/** The journal that undoes another, line by line. */
export function reversalOf(journal: Journal, with_: { id: string; on: BusinessDate }): Journal {
  return {
    id: with_.id,
    kind: 'reversal',
    says: `Pembatalan: ${journal.says}`,
    businessDate: with_.on,
    valueDate: journal.valueDate,
    entries: journal.entries.map((entry) => ({ ...entry, amount: -entry.amount })),
    reversesId: journal.id,
  };
}
