import { getBook, leavesOf } from '#domains/ledger/server/index.ts';
import { credit, debit } from '#domains/ledger/journal.ts';
import type { Journal } from '#domains/ledger/journal.ts';
import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { Reader } from '#platform/db/reader.ts';
import { claimProblems } from '../claim-problems.ts';
import type { StoredClaim } from './claim-store.ts';

/** By how much a claim shrinks (or, below zero, grows again), and the journal's own words. */
export interface ClaimMove {
  readonly claim: StoredClaim;
  readonly amountRupiah: Rupiah;
  readonly kind: 'claim-repaid' | 'claim-forgiven' | 'claim-void' | 'claim-reversal';
  readonly says: string;
}

/**
 * Journals beside the books proper: the debtor owes less, the creditor is owed less. The money itself goes
 * from hand to hand and never touches the lender's cash.
 */
export async function claimJournals(
  db: Reader,
  given: { moves: readonly ClaimMove[]; on: BusinessDate; businessDate: BusinessDate },
): Promise<{ bookId: string; journals: Journal[] }> {
  const [first] = given.moves;
  if (!first) throw claimProblems.unknownClaim();
  const book = await getBook(db, first.claim.institutionId);
  const [claims, debts] = [
    await leavesOf(db, {
      bookId: book.id,
      control: 'memberClaim',
      ownerIds: given.moves.map((move) => move.claim.creditorId),
    }),
    await leavesOf(db, {
      bookId: book.id,
      control: 'memberDebt',
      ownerIds: given.moves.map((move) => move.claim.debtorId),
    }),
  ];
  const leaf = (leaves: typeof claims, personId: string) => {
    const found = leaves.get(personId);
    if (!found) throw new Error(`no leaf for a claim of ${personId}`);
    return found.accountId;
  };
  const journals = given.moves.map(({ claim, amountRupiah, kind, says }) => ({
    id: newId(),
    kind,
    says,
    businessDate: given.businessDate,
    valueDate: given.on,
    entries: [
      debit(leaf(debts, claim.debtorId), amountRupiah),
      credit(leaf(claims, claim.creditorId), amountRupiah),
    ],
  }));
  return { bookId: book.id, journals };
}
