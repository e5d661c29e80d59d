import { mergeEntries } from '#domains/ledger/journal.ts';
import { getBook, postJournals } from '#domains/ledger/server/index.ts';
import { loansById, planRepayments, recordRepayments } from '#domains/lending/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import type { TestHouse } from '../house.ts';

/** What one borrower hands over at a meeting of her loan alone. */
export interface HandedOver {
  readonly loanId: string;
  readonly institutionId: string;
  readonly amountRupiah: bigint;
  /** The day of the meeting; its sheet is closed today. */
  readonly on: string;
  readonly by: Actor;
}

export function meetingOfOne(house: TestHouse, given: HandedOver): Promise<void> {
  const { loanId, institutionId, amountRupiah, on, by } = given;
  const businessDate = house.now.toISOString().slice(0, 10);
  return house.database.write(async (tx) => {
    const loans = await loansById(tx, { loanIds: [loanId], on });
    const book = await getBook(tx, institutionId);
    const plan = planRepayments(
      {
        on,
        businessDate,
        bookId: book.id,
        journalId: newId(),
        cashAccountId: book.accounts.till,
        interestIncomeAccountId: book.accounts.interestIncome,
        source: 'meeting',
        sourceId: newId(),
        recordedAt: house.now,
        recordedBy: by,
        loans,
        payments: [{ loanId, amountRupiah }],
        covers: [],
      },
      newId,
    );
    const journal = {
      id: plan.sheet.journalId,
      kind: 'meeting-sheet',
      says: 'Setoran pertemuan',
      businessDate,
      valueDate: on,
      entries: mergeEntries(plan.entries),
    };
    await postJournals(tx, { bookId: book.id, commandId: newId(), journals: [journal] });
    await recordRepayments(tx, plan);
  });
}
