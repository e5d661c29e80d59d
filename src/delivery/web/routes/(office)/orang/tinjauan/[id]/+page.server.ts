import { error } from '@sveltejs/kit';
import { scopeOf } from '#domains/access/who-may.ts';
import { findPair, listPairs } from '#domains/registry/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { grounds, reviewWords as words } from '../words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.people-review');
  const pairId = event.params.id;
  if (!isId(pairId)) error(404);
  const scope = scopeOf(actor, 'see.people-review');
  const found = await event.locals.app.read(event.locals.city, async (db) => {
    const pair = await findPair(db, { scope, pairId });
    const waiting = await listPairs(db, { scope, limit: 2 });
    return pair && { pair, next: waiting.find((one) => one.id !== pairId)?.id ?? null };
  });
  if (!found) error(404);
  return { ...found, own: found.pair.byUser === actor.userId, commandId: newId() };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event);
    const ground = Object.entries(grounds).find(([name]) => name === values.ground)?.[1].id;
    const note = typeof values.note === 'string' ? values.note.trim() : '';
    const reason = [ground, note].filter(Boolean).join('. ');
    const next = typeof values.next === 'string' && isId(values.next) ? `/${values.next}` : '';
    return runCommand(
      event,
      'registry.decide-pair',
      { pairId: event.params.id, decision: values.decision, reason },
      { values, flash: words.decided, redirectTo: `/orang/tinjauan${next}` },
    );
  },
};
