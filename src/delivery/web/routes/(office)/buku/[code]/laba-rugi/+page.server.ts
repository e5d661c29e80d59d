import { movements } from '#domains/ledger/server/index.ts';
import { incomeStatement } from '#domains/ledger/statement.ts';
import { readBook, spanOf } from '../../book-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const span = spanOf(event);
  const { book, found } = await readBook(event, (db, { id: bookId }) =>
    movements(db, { bookId, ...span, closings: false }),
  );
  return { book, span, statement: incomeStatement(found) };
};
