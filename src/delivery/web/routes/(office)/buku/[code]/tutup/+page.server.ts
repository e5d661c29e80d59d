import { mayDo } from '#domains/access/who-may.ts';
import { closingState } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { readBook } from '../../book-of.ts';
import { closingWords, journalWords } from '../../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { today } = event.locals;
  const { actor, book, found } = await readBook(event, (db, { id }) =>
    closingState(db, { bookId: id, day: today }),
  );
  const at = { institution: book.institutionId };
  const may = mayWords(mayDo(actor, 'ledger.close-day', at));
  return {
    book,
    ...found,
    today,
    zone: event.locals.zone,
    dayBlocked: found.hasLoans ? closingWords.byLoans : may,
    blocked: mayWords(mayDo(actor, 'ledger.close-month', at)),
    commandIds: { day: newId(), month: newId() },
  };
};

export const actions: Actions = {
  day: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const body = { institutionId: book.institutionId, day: values.day };
    return runCommand(event, 'ledger.close-day', body, {
      values,
      redirectTo: `/buku/${book.code}/tutup`,
      flash: closingWords.dayClosed,
    });
  },
  month: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const body = { institutionId: book.institutionId, month: values.month };
    return runCommand(event, 'ledger.close-month', body, {
      values,
      redirectTo: `/buku/${book.code}/tutup`,
      flash: journalWords.proposed,
    });
  },
};
