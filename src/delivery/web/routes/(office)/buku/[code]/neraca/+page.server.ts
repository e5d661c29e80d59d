import { movements } from '#domains/ledger/server/index.ts';
import { balanceSheet } from '#domains/ledger/statement.ts';
import { readBook, spanOf } from '../../book-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { to } = spanOf(event);
  const { book, found } = await readBook(event, (db, { id: bookId }) =>
    movements(db, { bookId, from: null, to, closings: true }),
  );
  return { book, to, sheet: balanceSheet(found) };
};
