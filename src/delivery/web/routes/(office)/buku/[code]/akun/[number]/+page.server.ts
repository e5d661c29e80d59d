import { mayDo } from '#domains/access/who-may.ts';
import { ledgerProblems } from '#domains/ledger/problems.ts';
import { accountEntries, listChart } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { readForm, runCommand } from '../../../../../../forms.ts';
import { mayWords } from '../../../../../../may-words.ts';
import { readBook, spanOf } from '../../../book-of.ts';
import { chartWords } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const list = readListState(event.url, { sorts: ['tanggal'] });
  const span = spanOf(event);
  const { actor, book, found } = await readBook(event, async (db, { id: bookId }) => {
    const chart = await listChart(db, bookId);
    const account = chart.find((one) => one.number === event.params.number);
    if (!account) throw ledgerProblems.unknownAccount({ number: event.params.number });
    const { control } = account;
    const { size, offset } = list;
    return { account, ...(await accountEntries(db, { bookId, control, ...span, size, offset })) };
  });
  const may = mayDo(actor, 'ledger.close-account', { institution: book.institutionId });
  return { book, span, list, ...found, blocked: mayWords(may), commandId: newId() };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const body = { institutionId: book.institutionId, number: event.params.number };
    return runCommand(event, 'ledger.close-account', body, {
      values,
      redirectTo: `/buku/${book.code}/akun`,
      flash: chartWords.closedNow,
    });
  },
};
