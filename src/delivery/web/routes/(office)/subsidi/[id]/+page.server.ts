import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { subsidyProblems } from '#domains/lending/subsidy/problems.ts';
import { findAgreement } from '#domains/lending/server/index.ts';
import { addMonths } from '#kernel/date.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { mayWords } from '../../../../may-words.ts';
import { actorWhoSees } from '../../../../see.ts';
import { subsidyWords as words } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.subsidy');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  const scope = scopeOf(actor, 'see.subsidy');
  const agreement = isId(id) ? await app.read(city, (db) => findAgreement(db, id, scope)) : null;
  if (!agreement) throw subsidyProblems.unknownSubsidy();
  const place = { institution: agreement.institutionId };
  const blocked = (kind: string) => mayWords(mayDo(actor, kind, place));
  return {
    agreement,
    today,
    lastMonth: addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7),
    blocked: {
      draft: blocked('lending.draft-claim'),
      accept: blocked('lending.accept-subsidised-loans'),
      end: blocked('lending.end-subsidy'),
    },
    commandIds: { draft: newId(), accept: newId(), end: newId() },
  };
};

export const actions: Actions = {
  draft: async (event) => {
    const { values } = await readForm(event);
    const claimId = String(values.commandId);
    const body = { claimId, agreementId: event.params.id, month: values.month };
    return runCommand(event, 'lending.draft-claim', body, {
      values,
      flash: words.drafted,
      redirectTo: `/subsidi/tagihan/${claimId}`,
    });
  },
  accept: async (event) => {
    const { data, values } = await readForm(event);
    const body = { agreementId: event.params.id, loanIds: data.getAll('loanIds') };
    return runCommand(event, 'lending.accept-subsidised-loans', body, {
      values,
      flash: words.acceptedFlash,
      redirectTo: event.url.pathname,
    });
  },
  end: async (event) => {
    const { values } = await readForm(event);
    const { loanId, endedOn, why, note } = values;
    return runCommand(
      event,
      'lending.end-subsidy',
      { loanId, endedOn, why, note },
      { values, flash: words.endedFlash, redirectTo: event.url.pathname },
    );
  },
};
