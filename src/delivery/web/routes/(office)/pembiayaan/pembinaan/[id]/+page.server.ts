import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { counsellingProblems } from '#domains/lending/counselling/problems.ts';
import { findCounselling, placeOfLoans, placeOfPerson } from '#domains/lending/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { digitsOf } from '../../terms-form.ts';
import { counsellingWords } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  if (!isId(id)) throw counsellingProblems.unknownCounselling();
  return app.read(city, async (db) => {
    const found = await findCounselling(db, { id, on: today }, scopeOf(actor, 'see.loans'));
    if (!found) throw counsellingProblems.unknownCounselling();
    const place = found.loanId
      ? await placeOfLoans(db, [found.loanId])
      : await placeOfPerson(db, found.personId);
    const may = (kind: string) => mayDo(actor, kind, place) === 'yes';
    return {
      counselling: found,
      today,
      tomorrow: addDays(today, 1),
      blocked: mayWords(mayDo(actor, 'lending.record-counselling-step', place)),
      ways: {
        payment: may('lending.record-repayment'),
        restructure: may('lending.restructure-loan'),
      },
      commandIds: { step: newId(), close: newId() },
    };
  });
};

export const actions: Actions = {
  step: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const amount = text('amountRupiah');
    const body = {
      counsellingId: event.params.id,
      stepId: text('commandId'),
      kind: text('kind'),
      on: text('on'),
      note: text('note'),
      promisedOn: text('promisedOn') || null,
      amountRupiah: amount ? digitsOf(amount) : null,
      nextOn: text('nextOn') || null,
    };
    return runCommand(event, 'lending.record-counselling-step', body, {
      values,
      flash: counsellingWords.recorded,
      redirectTo: `/pembiayaan/pembinaan/${event.params.id}`,
    });
  },
  close: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const body = { counsellingId: event.params.id, result: text('result'), note: text('note') };
    return runCommand(event, 'lending.close-counselling', body, {
      values,
      flash: counsellingWords.closedDone,
      redirectTo: `/pembiayaan/pembinaan/${event.params.id}`,
    });
  },
};
