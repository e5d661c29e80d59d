import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { uncountedCash } from '#domains/ledger/server/index.ts';
import {
  closableBooks,
  closeProgress,
  listCloses,
  portfolioSeries,
} from '#domains/lending/server/index.ts';
import { countOpenMeetings } from '#domains/mentoring/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { addDays, diffDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { closeDayWords } from './words.ts';

/** Half a year. */
const seriesDays = 182;

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.day-closes');
  const { app, city, today } = event.locals;
  const list = readListState(event.url, { sorts: ['hari'], filters: ['buku'], size: 14 });
  return app.read(city, async (db) => {
    const books = await closableBooks(db, { today, scope: scopeOf(actor, 'see.day-closes') });
    const book = books.find((one) => one.bookId === list.filters.buku) ?? books[0];
    if (!book) return { books, book: null, list, today, commandId: newId() };
    const { bookId, institutionId } = book;
    const history = await listCloses(db, { bookId, limit: list.size, offset: list.offset });
    return {
      books,
      book,
      list,
      today,
      history,
      series: await portfolioSeries(db, {
        bookId,
        from: addDays(today, -seriesDays),
        until: today,
      }),
      progress: await closeProgress(db, bookId),
      checks: {
        openDays: Math.max(0, diffDays(book.firstOpen, today) + 1),
        openMeetings: await countOpenMeetings(db, { institutionId, on: today }),
        uncounted: await uncountedCash(db, { bookId, day: today }),
      },
      may: mayDo(actor, 'lending.ask-day-close', { institution: institutionId }),
      commandId: newId(),
    };
  });
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const bookId = String(data.get('bookId') ?? '');
    return runCommand(
      event,
      'lending.ask-day-close',
      { bookId, until: String(data.get('until') ?? '') },
      {
        values,
        flash: closeDayWords.asked,
        redirectTo: `/pembiayaan/tutup-hari?buku=${encodeURIComponent(bookId)}`,
      },
    );
  },
};
