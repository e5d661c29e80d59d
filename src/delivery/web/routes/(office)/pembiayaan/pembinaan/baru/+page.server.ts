import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import {
  counsellingOf,
  findLoan,
  getLoanInHand,
  listLoans,
  placeOfLoans,
  placeOfPerson,
} from '#domains/lending/server/index.ts';
import { findPerson } from '#domains/registry/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { isId, newId } from '#kernel/id.ts';
import type { Reader } from '#platform/db/reader.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { digitsOf } from '../../terms-form.ts';
import { counsellingWords } from '../words.ts';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';

/** A lending group is no larger. */
const mostLoans = 60;

/** One person's arrears, with those of her lending group when it is about a group's loan. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  return app.read(city, async (db) => {
    const about = await aboutWhom(event, db);
    const cases = await counsellingOf(db, about.personId);
    const busy = new Set(cases.flatMap((one) => (one.state === 'open' ? (one.loanId ?? []) : [])));
    const { rows } = await listLoans(
      db,
      {
        q: '',
        sort: 'nama',
        direction: 'asc',
        size: mostLoans,
        offset: 0,
        on: today,
        filters: { status: 'menunggak', ...about.filter },
      },
      scopeOf(actor, 'see.loans'),
    );
    const place = about.loanId
      ? await placeOfLoans(db, [about.loanId])
      : await placeOfPerson(db, about.personId);
    return {
      person: { id: about.personId, name: about.name },
      loanId: about.loanId,
      cases,
      loans: rows
        .filter((row) => !busy.has(row.id))
        .map((row) => ({ ...row, counsellingId: newId() })),
      tomorrow: addDays(today, 1),
      blocked: mayWords(mayDo(actor, 'lending.open-counselling', place)),
      commandIds: { here: newId(), elsewhere: newId() },
    };
  });
};

/** By `?pinjaman=` the loan's borrower and her lending group, by `?orang=` one person. */
async function aboutWhom(event: PageServerLoadEvent, db: Reader) {
  const actor = actorWhoSees(event, 'see.loans');
  const [loanId, personId] = ['pinjaman', 'orang'].map((name) => event.url.searchParams.get(name));
  if (isId(loanId)) {
    const scope = scopeOf(actor, 'see.loans');
    const loan = await findLoan(db, { id: loanId, on: event.locals.today }, scope);
    if (!loan) throw lendingProblems.unknownLoan();
    const { lendingGroupId } = await getLoanInHand(db, loanId);
    const filter: Record<string, string> = lendingGroupId
      ? { renteng: lendingGroupId }
      : { orang: loan.personId };
    return { personId: loan.personId, name: loan.name, loanId, filter };
  }
  if (!isId(personId)) throw lendingProblems.unknownBorrower();
  const person = await findPerson(db, { scope: scopeOf(actor, 'see.people'), personId });
  if (!person) throw lendingProblems.unknownBorrower();
  return { personId, name: person.name, loanId: null, filter: { orang: personId } };
}

export const actions: Actions = {
  here: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const loanIds = data.getAll('loanIds').map(String);
    const loans = loanIds.map((loanId) => ({ loanId, counsellingId: text(`id-${loanId}`) }));
    return open(event, { about: { at: 'here', loans }, text, values });
  },
  elsewhere: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const about = {
      at: 'elsewhere',
      counsellingId: text('commandId'),
      personId: text('personId'),
      creditor: text('creditor'),
      amountRupiah: digitsOf(text('amountRupiah')),
    };
    return open(event, { about, text, values });
  },
};

type ActionEvent = Parameters<Actions[string]>[0];

function open(
  event: ActionEvent,
  given: {
    about: object;
    text: (name: string) => string;
    values: Record<string, string | string[]>;
  },
) {
  const { about, text, values } = given;
  const body = {
    about,
    reason: text('reason'),
    note: text('note'),
    nextOn: text('nextOn') || null,
  };
  return runCommand(event, 'lending.open-counselling', body, {
    values,
    flash: counsellingWords.opened,
    redirectTo: (answer) => {
      const ids = (answer as { counsellingIds: string[] }).counsellingIds;
      return ids.length === 1
        ? `/pembiayaan/pembinaan/${ids[0] ?? ''}`
        : '/pembiayaan/pembinaan?status=berjalan';
    },
  });
}
