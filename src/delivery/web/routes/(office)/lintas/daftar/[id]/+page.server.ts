import { error } from '@sveltejs/kit';
import { findPeopleList, listPeopleListRows } from '#domains/registry/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { listWords as words } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

const [reviewsShown, foundShown] = [20, 50];

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'registry.read-people-list');
  const listId = event.params.id;
  if (!isId(listId)) error(404);
  const offset = Math.max(0, Math.trunc(Number(event.url.searchParams.get('dari')) || 0));
  const found = await event.locals.app.read(event.locals.city, async (db) => {
    const list = await findPeopleList(db, listId);
    if (!list) return null;
    const rows = (outcome: 'matched' | 'review', size: number, from: number) =>
      listPeopleListRows(db, listId, { outcome, size, offset: from });
    return {
      list,
      review: list.state === 'dropped' ? [] : await rows('review', reviewsShown, 0),
      matched: await rows('matched', foundShown, offset),
    };
  });
  if (!found) error(404);
  const next = found.matched.length === foundShown ? offset + foundShown : null;
  const review = found.review.map((row) => ({ ...row, commandId: newId() }));
  return { ...found, review, next, applyId: newId(), dropId: newId() };
};

export const actions: Actions = {
  terapkan: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'registry.apply-people-list',
      { listId: event.params.id },
      { values, flash: words.appliedDone, redirectTo: `/lintas/daftar/${event.params.id}` },
    );
  },
  buang: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'registry.drop-people-list',
      { listId: event.params.id },
      { values, flash: words.droppedDone, redirectTo: '/lintas/daftar' },
    );
  },
  putuskan: async (event) => {
    const { values } = await readForm(event);
    const body = {
      listId: event.params.id,
      rowNumber: Number(values.rowNumber),
      personId: values.personId === '' ? null : values.personId,
    };
    return runCommand(event, 'registry.decide-list-row', body, {
      values,
      flash: words.decided,
      redirectTo: `/lintas/daftar/${event.params.id}`,
    });
  },
};
