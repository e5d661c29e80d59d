import { fail } from '@sveltejs/kit';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../forms.ts';
import { actorWhoSees } from '../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { todayOf } from './todo.ts';
import { todayWords } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event);
  const { app, city, today, zone } = event.locals;
  const now = app.now();
  const waiting = await app.read(city, (db) => todayOf(db, { actor, now, today }));
  return {
    ...waiting,
    today,
    zone,
    commandIds: Object.fromEntries(waiting.proposals.map((proposal) => [proposal.id, newId()])),
  };
};

export const actions: Actions = {
  decide: async (event) => {
    const { data, values } = await readForm(event);
    const approve = data.get('decision') === 'approve';
    if (!approve && String(data.get('why') ?? '').trim() === '') {
      const problem = { code: 'web.reason-needed', words: todayWords.whyNeeded, fields: {} };
      return fail(422, { problem, values });
    }
    const body = {
      proposalId: values.proposalId,
      approve,
      why: typeof values.why === 'string' ? values.why : '',
    };
    const flash = approve ? todayWords.approved : todayWords.refused;
    return runCommand(event, 'access.decide-proposal', body, {
      values,
      flash,
      redirectTo: '/hari-ini',
    });
  },
};
