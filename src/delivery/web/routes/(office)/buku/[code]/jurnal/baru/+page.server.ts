import { mayDo } from '#domains/access/who-may.ts';
import { postableAccounts } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../../forms.ts';
import { mayWords } from '../../../../../../may-words.ts';
import { readBook } from '../../../book-of.ts';
import { readLines, withoutLines } from '../../../journal-lines.ts';
import { journalWords } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types';

const mostRows = 60;

export const load: PageServerLoad = async (event) => {
  const { actor, book, found } = await readBook(event, (db, { id }) => postableAccounts(db, id));
  const asked = Number(event.url.searchParams.get('baris'));
  // "More lines" sends the form as an address, so what was typed comes back from there.
  const given = Object.fromEntries(event.url.searchParams);
  return {
    book,
    accounts: [...found.values()].filter((one) => one.keptBy === 'office' && !one.closed),
    rows: Math.min(mostRows, Math.max(4, Math.trunc(asked) || 4)),
    given,
    today: event.locals.today,
    blocked: mayWords(mayDo(actor, 'ledger.post-journal', { institution: book.institutionId })),
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const typed = readLines(values);
    const body = {
      institutionId: book.institutionId,
      journalId: values.commandId,
      says: values.says,
      document: values.document,
      valueDate: values.valueDate,
      lines: typed.lines,
    };
    return runCommand(event, 'ledger.post-journal', body, {
      values: { ...withoutLines(values), ...typed.values },
      redirectTo: `/buku/${book.code}/jurnal`,
      flash: journalWords.proposed,
    });
  },
};
