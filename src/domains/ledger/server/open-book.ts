import { newId } from '#kernel/id.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { formatRupiah } from '#kernel/money.ts';
import { openBookInput } from '../input.ts';
import { credit, debit } from '../journal.ts';
import { ledgerProblems } from '../problems.ts';
import { getBook, openBook, postJournals } from './ledger-store.ts';

/**
 * Starts keeping the books of an institution here: its plain accounts, and its opening capital in the till.
 *
 * Refused when its books are already kept here, or when the code is taken.
 */
export const openBookCommand = defineCommand({
  kind: 'ledger.open-book',
  version: 1,
  input: openBookInput,
  async handle(tx, body, context) {
    if (body.openedOn > context.today)
      throw ledgerProblems.opensInFuture({ openedOn: body.openedOn });
    const { bookId } = await openBook(tx, {
      ...body,
      by: { userId: context.actor.userId, at: context.now },
    });
    if (body.openingCapitalRupiah > 0n) {
      const { accounts } = await getBook(tx, body.institutionId);
      await postJournals(tx, {
        bookId,
        commandId: context.id,
        journals: [
          {
            id: newId(),
            kind: 'opening-capital',
            says: 'Modal awal',
            businessDate: context.today,
            valueDate: body.openedOn,
            entries: [
              debit(accounts.till, body.openingCapitalRupiah),
              credit(accounts.capital, body.openingCapitalRupiah),
            ],
          },
        ],
      });
    }
    return {
      answer: { bookId },
      audit: {
        subject: { kind: 'book', id: bookId },
        says: {
          id: `Membuka buku ${body.name} dengan modal awal ${formatRupiah(body.openingCapitalRupiah, 'id')}`,
          en: `Opened the books of ${body.name} with ${formatRupiah(body.openingCapitalRupiah, 'en')} of capital`,
        },
        data: { institutionId: body.institutionId, code: body.code },
      },
    };
  },
});
