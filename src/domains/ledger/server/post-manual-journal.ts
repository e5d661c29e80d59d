import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { postManualJournalInput } from '../input.ts';
import { checkLines, entriesOf, totalsOf } from '../manual-journal.ts';
import type { JournalLine } from '../manual-journal.ts';
import { ledgerProblems } from '../problems.ts';
import { postableAccounts } from './chart-pages.ts';
import { getBook, postJournals } from './ledger-store.ts';

/**
 * An officer writes a journal by hand; it is posted when a second person of the institution approves it, on the day of
 * approval, with the value date she gave.
 *
 * Refused when it does not balance, when an account is unknown, closed or kept by the programme, and for a value date
 * to come. All of it is looked at before anybody is asked to approve, and again when it is posted.
 */
export const postManualJournal = defineCommand({
  kind: 'ledger.post-journal',
  version: 1,
  input: postManualJournalInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => wordsOf(body),
  check: leavesFor,
  async handle(tx, body, context) {
    const { bookId, leafOf } = await leavesFor(tx, body, context);
    await postJournals(tx, {
      bookId,
      commandId: context.id,
      journals: [
        {
          id: body.journalId,
          kind: 'manual',
          says: `${body.says} (${body.document})`,
          businessDate: context.today,
          valueDate: body.valueDate,
          entries: entriesOf(body.lines, leafOf),
        },
      ],
    });
    return {
      answer: { journalId: body.journalId },
      audit: {
        subject: { kind: 'journal', id: body.journalId },
        says: wordsOf(body),
        data: { document: body.document, valueDate: body.valueDate },
      },
    };
  },
});

interface Written {
  readonly institutionId: string;
  readonly valueDate: string;
  readonly lines: readonly JournalLine[];
}

async function leavesFor(
  tx: Tx,
  written: Written,
  context: CommandContext,
): Promise<{ bookId: string; leafOf: (number: string) => string }> {
  if (written.valueDate > context.today)
    throw ledgerProblems.valueInFuture({ on: written.valueDate });
  const { id: bookId } = await getBook(tx, written.institutionId);
  const accounts = await postableAccounts(tx, bookId);
  const issues = checkLines(written.lines, accounts);
  if (issues.length > 0) throw ledgerProblems.wrongLines({ issues });
  return {
    bookId,
    leafOf(number) {
      const leafId = accounts.get(number)?.leafId;
      if (!leafId) throw ledgerProblems.unknownAccount({ number });
      return leafId;
    },
  };
}

function wordsOf(body: {
  says: string;
  document: string;
  valueDate: string;
  lines: readonly JournalLine[];
}): Words {
  const { debitRupiah } = totalsOf(body.lines);
  return {
    id: `Jurnal manual ${formatRupiah(debitRupiah, 'id')}: ${body.says} (${body.document}), tanggal nilai ${formatDate(body.valueDate, 'id')}`,
    en: `Manual journal ${formatRupiah(debitRupiah, 'en')}: ${body.says} (${body.document}), value date ${formatDate(body.valueDate, 'en')}`,
  };
}
