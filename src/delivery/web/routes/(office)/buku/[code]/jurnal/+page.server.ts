import { mayDo } from '#domains/access/who-may.ts';
import { journalKinds, listJournals } from '#domains/ledger/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { mayWords } from '../../../../../may-words.ts';
import { readBook, spanOf } from '../../book-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const list = readListState(event.url, { sorts: ['-tanggal'], filters: ['jenis'] });
  const span = spanOf(event);
  const { actor, book, found } = await readBook(event, async (db, { id: bookId }) => ({
    ...(await listJournals(db, {
      bookId,
      ...span,
      kind: list.filters.jenis ?? null,
      q: list.q,
      size: list.size,
      offset: list.offset,
    })),
    kinds: await journalKinds(db, bookId),
  }));
  const may = mayDo(actor, 'ledger.post-journal', { institution: book.institutionId });
  return { book, span, list, ...found, blocked: mayWords(may) };
};
