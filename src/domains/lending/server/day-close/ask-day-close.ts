import { lastClosedDay } from '#domains/ledger/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { askDayCloseInput } from '../../day-close-input.ts';
import { lendingProblems } from '../../problems.ts';
import { getClosingBook } from './day-close-store.ts';

/**
 * Asks for every open day of a book until one to be closed; a job does it, day by day in order. The cashier presses a
 * button for today, the night asks for yesterday.
 *
 * Refused for a day to come, and when there is nothing to close.
 */
export const askDayClose = defineCommand({
  kind: 'lending.ask-day-close',
  version: 1,
  input: askDayCloseInput,
  place: async (tx, body) => ({
    institution: (await getClosingBook(tx, body.bookId)).institutionId,
  }),
  async handle(tx, body, context) {
    const { bookId, until } = body;
    if (until > context.today) throw lendingProblems.dayToCome({ day: until });
    const book = await getClosingBook(tx, bookId);
    const closed = await lastClosedDay(tx, bookId);
    if (closed !== null && closed >= until) throw lendingProblems.nothingToClose({ until });
    const title = {
      id: `Menutup hari ${book.institutionName} sampai ${formatDate(until, 'id')}`,
      en: `Closing the days of ${book.institutionName} until ${formatDate(until, 'en')}`,
    };
    return {
      answer: { bookId, until },
      audit: {
        subject: { kind: 'book', id: bookId },
        says: {
          id: `Meminta tutup hari ${book.institutionName} sampai ${formatDate(until, 'id')}`,
          en: `Asked to close the days of ${book.institutionName} until ${formatDate(until, 'en')}`,
        },
        data: { until },
      },
      jobs: [
        {
          task: 'lending.close-days',
          title,
          payload: { bookId, until, askedBy: context.actor.userId },
        },
      ],
    };
  },
});
