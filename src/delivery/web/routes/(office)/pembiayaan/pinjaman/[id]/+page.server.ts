import { mayDo, maySee, scopeOf } from '#domains/access/who-may.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import {
  claimsOfPerson,
  findLoan,
  journalLinesOf,
  marksOf,
  repaymentsOf,
} from '#domains/lending/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { parseRupiah } from '#kernel/money.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { loanPageWords } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  if (!isId(id)) throw lendingProblems.unknownLoan();
  const found = await app.read(city, async (db) => {
    const loan = await findLoan(db, { id, on: today }, scopeOf(actor, 'see.loans'));
    if (!loan) throw lendingProblems.unknownLoan();
    return {
      loan,
      repayments: await repaymentsOf(db, id),
      marks: await marksOf(db, id),
      claims: await claimsOfPerson(db, loan.personId),
      // The books themselves are for those who may see books; the rest of the page says the same in words.
      journal: maySee(actor, 'see.books') ? await journalLinesOf(db, id) : null,
    };
  });
  const { loan } = found;
  const verdict = mayDo(actor, 'lending.record-repayment', { institution: loan.institutionId });
  const notActive = loan.state === 'active' ? null : lendingProblems.loanNotActive(loan).words;
  return { ...found, today, blocked: mayWords(verdict) ?? notActive, commandId: newId() };
};

export const actions: Actions = {
  repay: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const amount = parseRupiah(text('amountRupiah'));
    const loanId = event.params.id;
    const body = {
      repaymentId: text('commandId'),
      loanId,
      amountRupiah: amount.ok ? amount.value.toString() : text('amountRupiah'),
      on: text('on'),
    };
    return runCommand(event, 'lending.record-repayment', body, {
      values,
      flash: loanPageWords.repaid,
      redirectTo: `/pembiayaan/pinjaman/${loanId}`,
    });
  },
};
