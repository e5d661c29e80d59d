import type { Words } from '#kernel/words.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { reverseJournalInput } from '../input.ts';
import { reversalOf } from '../journal.ts';
import type { Journal } from '../journal.ts';
import { ledgerProblems } from '../problems.ts';
import { findJournal } from './journal-pages.ts';
import { getBook, postJournals } from './ledger-store.ts';

/**
 * Undoes a journal that was written by hand, line by line, once a second person approves; both stay in the books.
 *
 * Refused for journals of loans, savings, bags and closings, whose own screens undo them, and when it was undone
 * before.
 */
export const reverseJournal = defineCommand({
  kind: 'ledger.reverse-journal',
  version: 1,
  input: reverseJournalInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => wordsOf(body.why),
  check: manualJournal,
  async handle(tx, body, context) {
    const { bookId, journal } = await manualJournal(tx, body);
    const reversal = reversalOf(journal, { id: body.reversalId, on: context.today });
    await postJournals(tx, {
      bookId,
      commandId: context.id,
      journals: [{ ...reversal, says: `Pembatalan: ${journal.says}. ${body.why}` }],
    });
    return {
      answer: { journalId: body.reversalId },
      audit: {
        subject: { kind: 'journal', id: body.journalId },
        says: {
          id: `Membatalkan jurnal "${journal.says}": ${body.why}`,
          en: `Reversed the journal "${journal.says}": ${body.why}`,
        },
        data: { reversalId: body.reversalId },
      },
    };
  },
});

async function manualJournal(
  tx: Tx,
  wanted: { institutionId: string; journalId: string },
): Promise<{ bookId: string; journal: Journal }> {
  const { id: bookId } = await getBook(tx, wanted.institutionId);
  const found = await findJournal(tx, { bookId, journalId: wanted.journalId });
  if (!found) throw ledgerProblems.unknownJournal();
  if (found.kind !== 'manual') throw ledgerProblems.notByHand({ kind: found.kind });
  if (found.reversedById !== null) throw ledgerProblems.alreadyReversed();
  const { id, kind, says, businessDate, valueDate } = found;
  const entries = found.lines.map((line) => ({ accountId: line.accountId, amount: line.amount }));
  return { bookId, journal: { id, kind, says, businessDate, valueDate, entries } };
}

function wordsOf(why: string): Words {
  return { id: `Membatalkan jurnal manual: ${why}`, en: `Reverse a manual journal: ${why}` };
}
