import { error } from '@sveltejs/kit';
import { scopeOf } from '#domains/access/who-may.ts';
import { findBusinessPair, listBusinessPairs } from '#domains/registry/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../../forms.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { grounds, reviewWords as words } from '../../words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.people-review');
  const pairId = event.params.id;
  if (!isId(pairId)) error(404);
  const scope = scopeOf(actor, 'see.people-review');
  const found = await event.locals.app.read(event.locals.city, async (db) => {
    const pair = await findBusinessPair(db, { scope, pairId });
    const waiting = await listBusinessPairs(db, { scope, limit: 2 });
    return pair && { pair, next: waiting.find((one) => one.id !== pairId)?.id ?? null };
  });
  if (!found) error(404);
  const asked = event.url.searchParams;
  return {
    ...found,
    ground: Object.keys(grounds).find((name) => name === asked.get('dasar')) ?? null,
    decidedBefore: isId(asked.get('putus')) ? asked.get('putus') : null,
    commandId: newId(),
    undoId: newId(),
  };
};

export const actions: Actions = {
  putuskan: async (event) => {
    const { values } = await readForm(event);
    const ground = Object.entries(grounds).find(([name]) => name === values.ground)?.[1].id;
    const note = typeof values.note === 'string' ? values.note.trim() : '';
    const reason = [ground, note].filter(Boolean).join('. ');
    const next = typeof values.next === 'string' && isId(values.next) ? values.next : null;
    // The next pair opens with the same ground chosen, so that one key decides it, and knows what to take back.
    const after = new URLSearchParams({ putus: event.params.id, dasar: String(values.ground) });
    const redirectTo =
      next === null
        ? `/orang/tinjauan?bagian=usaha&${after}`
        : `/orang/tinjauan/usaha/${next}?${after}`;
    const body = { pairId: event.params.id, decision: values.decision, reason };
    return runCommand(event, 'registry.decide-business-pair', body, {
      values,
      flash: words.decided,
      redirectTo,
    });
  },
  tarik: async (event) => {
    const { values } = await readForm(event);
    const body = { pairId: event.params.id };
    const redirectTo = `/orang/tinjauan/usaha/${event.params.id}`;
    return runCommand(event, 'registry.reopen-business-pair', body, {
      values,
      flash: words.tookBack,
      redirectTo,
    });
  },
};
