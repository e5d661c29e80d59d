import { mayDo } from '#domains/access/who-may.ts';
import { hasOpeningBalances, listChart } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { readBook } from '../../book-of.ts';
import { chartWords } from '../../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { actor, book, found } = await readBook(event, async (db, { id }) => ({
    chart: await listChart(db, id),
    opened: await hasOpeningBalances(db, id),
  }));
  const blocked = mayWords(mayDo(actor, 'ledger.add-account', { institution: book.institutionId }));
  return { book, ...found, blocked, commandId: newId() };
};

export const actions: Actions = {
  add: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const { number, name, line } = values;
    const body = { institutionId: book.institutionId, number, name, line };
    const redirectTo = `/buku/${book.code}/akun`;
    return runCommand(event, 'ledger.add-account', body, {
      values,
      redirectTo,
      flash: chartWords.added,
    });
  },
  lay: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const body = { institutionId: book.institutionId, template: values.template };
    const redirectTo = `/buku/${book.code}/akun`;
    return runCommand(event, 'ledger.lay-chart', body, {
      values,
      redirectTo,
      flash: chartWords.laid,
    });
  },
};
