import type { BusinessDate } from '#kernel/date.ts';
import type { Tx } from '#platform/db/tx.ts';

/**
 * What lending asks of savings, its neighbour on the shelf: the part of a loan that is set aside becomes
 * the member's savings. Wired in `app.ts`.
 */
export interface SavingsPort {
  /** Answers each person's account of each kind, opening what is missing. */
  openSavingsAccounts(
    tx: Tx,
    opening: {
      readonly bookId: string;
      readonly institutionId: string;
      readonly openedOn: BusinessDate;
      readonly personIds: readonly string[];
      readonly kinds: readonly ('compulsory' | 'voluntary')[];
    },
  ): Promise<
    readonly {
      readonly id: string;
      readonly personId: string;
      readonly kind: 'compulsory' | 'voluntary';
      readonly ledgerAccountId: string;
    }[]
  >;
  /** The account into which a journal of one source put money, or null when it went elsewhere. */
  savedBy(
    tx: Tx,
    journal: { readonly id: string; readonly sourceId: string },
  ): Promise<{ readonly id: string; readonly ledgerAccountId: string } | null>;
  recordMovements(
    tx: Tx,
    movements: readonly {
      readonly id: string;
      readonly accountId: string;
      readonly on: BusinessDate;
      readonly amountRupiah: bigint;
      readonly source: 'disbursement' | 'office';
      readonly sourceId: string;
      readonly journalId: string;
    }[],
  ): Promise<void>;
}
