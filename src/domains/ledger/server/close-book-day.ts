import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { closeBookDayInput } from '../input.ts';
import { ledgerProblems } from '../problems.ts';
import { finishClosingDay, startClosingDay, uncountedCash } from './closing-day.ts';
import { hasLoans } from './closing-pages.ts';
import { getBook } from './ledger-store.ts';

/**
 * Closes the days of a book without loans up to one that is over or ends today. Answers the cash that was not counted.
 *
 * Refused for a book that has loans: its days close with the loans' own close, which counts penalties and grades
 * first.
 */
export const closeBookDay = defineCommand({
  kind: 'ledger.close-day',
  version: 1,
  input: closeBookDayInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context) {
    const { id: bookId } = await getBook(tx, body.institutionId);
    if (await hasLoans(tx, bookId)) throw ledgerProblems.hasLoans();
    const by = { userId: context.actor.userId, at: context.now };
    await startClosingDay(tx, { bookId, day: body.day, by, today: context.today });
    await finishClosingDay(tx, { bookId, day: body.day, by });
    const uncounted = await uncountedCash(tx, { bookId, day: body.day });
    return {
      answer: {
        day: body.day,
        uncounted: uncounted.map(({ name, holdsRupiah }) => ({
          name,
          holdsRupiah: holdsRupiah.toString(),
        })),
      },
      audit: {
        subject: { kind: 'book', id: bookId },
        says: {
          id: `Menutup hari pembukuan sampai ${formatDate(body.day, 'id')}`,
          en: `Closed the business days up to ${formatDate(body.day, 'en')}`,
        },
      },
    };
  },
});
