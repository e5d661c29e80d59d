import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { bookLineInput } from '../input.ts';
import { checkLines } from '../manual-journal.ts';
import { ledgerProblems } from '../problems.ts';
import { getBankAccount, getOpenLine, insertMatches } from './bank-store.ts';
import { postableAccounts } from './chart-pages.ts';
import { getBook, postJournals } from './ledger-store.ts';

/**
 * Books a statement line that the books did not know, such as the bank's fee or interest, against an account of the
 * chart, once a second person approves.
 *
 * Refused when the line is matched, and for an account that cannot be posted to.
 */
export const bookLine = defineCommand({
  kind: 'ledger.book-line',
  version: 1,
  input: bookLineInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => wordsOf(body),
  check: prepare,
  async handle(tx, body, context) {
    const { bookId, line, bank, leafId } = await prepare(tx, body);
    await postJournals(tx, {
      bookId,
      commandId: context.id,
      journals: [
        {
          id: body.journalId,
          kind: 'bank-line',
          says: body.says,
          businessDate: context.today,
          valueDate: line.onDay,
          entries: [
            { accountId: bank.accountId, amount: line.amountRupiah },
            { accountId: leafId, amount: -line.amountRupiah },
          ],
        },
      ],
    });
    const match = {
      lineId: line.id,
      kind: 'booked',
      how: 'by-hand',
      depositId: null,
      journalId: body.journalId,
    } as const;
    await insertMatches(tx, [match], { userId: context.actor.userId, at: context.now });
    return {
      answer: { journalId: body.journalId },
      audit: {
        subject: { kind: 'journal', id: body.journalId },
        says: {
          id: `${wordsOf(body).id}: ${formatRupiah(line.amountRupiah, 'id')}`,
          en: `${wordsOf(body).en}: ${formatRupiah(line.amountRupiah, 'en')}`,
        },
      },
    };
  },
});

async function prepare(tx: Tx, body: { institutionId: string; lineId: string; number: string }) {
  const { id: bookId } = await getBook(tx, body.institutionId);
  const line = await getOpenLine(tx, { bookId, lineId: body.lineId });
  const bank = await getBankAccount(tx, { bookId, bankAccountId: line.bankAccountId });
  const accounts = await postableAccounts(tx, bookId);
  const one = { number: body.number, debitRupiah: 1n, creditRupiah: 0n };
  const wrong = checkLines([one], accounts).find((issue) => issue.field === 'lines.0.number');
  if (wrong) throw ledgerProblems.wrongLines({ issues: [{ ...wrong, field: 'number' }] });
  const leafId = accounts.get(body.number)?.leafId;
  if (!leafId || leafId === bank.accountId)
    throw ledgerProblems.unknownAccount({ number: body.number });
  return { bookId, line, bank, leafId };
}

function wordsOf(body: { says: string; number: string }): Words {
  return {
    id: `Membukukan baris bank ke akun ${body.number}: ${body.says}`,
    en: `Book a bank line to account ${body.number}: ${body.says}`,
  };
}
