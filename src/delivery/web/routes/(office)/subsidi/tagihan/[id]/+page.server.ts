import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { subsidyProblems } from '#domains/lending/subsidy/problems.ts';
import { claimLines, findClaim } from '#domains/lending/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { unitsOf } from '../../amounts.ts';
import { subsidyWords as words } from '../../words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.subsidy');
  const claim = await claimOf(event);
  const { app, city, today } = event.locals;
  const lines = await app.read(city, (db) => claimLines(db, claim.id));
  const blocked = (kind: string) => mayWords(mayDo(actor, kind, {}));
  return {
    claim,
    lines,
    today,
    blocked: {
      send: blocked('lending.send-claim'),
      answer: blocked('lending.answer-claim'),
      pay: blocked('lending.pay-claim'),
    },
    commandId: newId(),
  };
};

async function claimOf(event: RequestEvent) {
  const actor = actorWhoSees(event, 'see.subsidy');
  const { app, city } = event.locals;
  const { id } = event.params;
  const scope = scopeOf(actor, 'see.subsidy');
  const claim = isId(id) ? await app.read(city, (db) => findClaim(db, id, scope)) : null;
  if (!claim) throw subsidyProblems.unknownClaim();
  return claim;
}

export const actions: Actions = {
  send: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'lending.send-claim',
      { claimId: event.params.id },
      { values, flash: words.sentFlash, redirectTo: event.url.pathname },
    );
  },
  answer: async (event) => {
    const { values } = await readForm(event);
    const { digits } = await claimOf(event);
    const body = {
      claimId: event.params.id,
      accepted: unitsOf(String(values.accepted), digits),
      answeredOn: values.answeredOn,
      note: values.note,
    };
    return runCommand(event, 'lending.answer-claim', body, {
      values,
      flash: words.answeredFlash,
      redirectTo: event.url.pathname,
    });
  },
  pay: async (event) => {
    const { values } = await readForm(event);
    const { digits } = await claimOf(event);
    const body = {
      claimId: event.params.id,
      paid: unitsOf(String(values.paid), digits),
      paidOn: values.paidOn,
      reference: values.reference,
    };
    return runCommand(event, 'lending.pay-claim', body, {
      values,
      flash: words.paidFlash,
      redirectTo: event.url.pathname,
    });
  },
};
