import { error } from '@sveltejs/kit';
import { mayDo } from '#domains/access/who-may.ts';
import { listBreaches } from '#domains/registry/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { breachWords as w } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.data-requests');
  const { app, city, today, zone } = event.locals;
  const { id } = event.params;
  if (!isId(id)) error(404);
  const [breach] = await app.read(city, (db) => listBreaches(db, id));
  if (!breach) error(404);
  return {
    breach,
    now: app.now(),
    today,
    zone,
    commandIds: { people: newId(), authority: newId(), withdraw: newId() },
    blocked: mayWords(mayDo(actor, 'registry.note-breach-told', {})),
  };
};

export const actions: Actions = {
  tell: async (event) => {
    const { values } = await readForm(event);
    const { party, toldOn, toldTime, how } = values;
    const toldAt = `${String(toldOn)}T${String(toldTime)}`;
    const body = { breachId: event.params.id, party, toldAt, how };
    const done = { values, redirectTo: event.url.pathname, flash: w.marked };
    return runCommand(event, 'registry.note-breach-told', body, done);
  },
  withdraw: async (event) => {
    const { values } = await readForm(event);
    const body = { breachId: event.params.id, why: values.why };
    const done = { values, redirectTo: event.url.pathname, flash: w.withdrawnDone };
    return runCommand(event, 'registry.withdraw-breach', body, done);
  },
};
