import { mayDo } from '#domains/access/who-may.ts';
import { ledgerProblems } from '#domains/ledger/problems.ts';
import { findJournal } from '#domains/ledger/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../../forms.ts';
import { mayWords } from '../../../../../../may-words.ts';
import { readBook } from '../../../book-of.ts';
import { journalWords } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const journalId = event.params.id;
  if (!isId(journalId)) throw ledgerProblems.unknownJournal();
  const { actor, book, found } = await readBook(event, (db, { id: bookId }) =>
    findJournal(db, { bookId, journalId }),
  );
  if (!found) throw ledgerProblems.unknownJournal();
  const may = mayDo(actor, 'ledger.reverse-journal', { institution: book.institutionId });
  const blocked = found.kind === 'manual' ? mayWords(may) : journalWords.notByHand;
  return { book, journal: found, blocked, commandId: newId(), zone: event.locals.zone };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const body = {
      institutionId: book.institutionId,
      journalId: event.params.id,
      reversalId: values.commandId,
      why: values.why,
    };
    return runCommand(event, 'ledger.reverse-journal', body, {
      values,
      redirectTo: `/buku/${book.code}/jurnal/${event.params.id}`,
      flash: journalWords.proposed,
    });
  },
};
