import { error } from '@sveltejs/kit';
import { mayDo, maySee } from '#domains/access/who-may.ts';
import { hasBorrowed } from '#domains/lending/server/index.ts';
import { holdsOn } from '#domains/registry/rights/data-request.ts';
import { findDataRequest, profileOf, standingOf } from '#domains/registry/server/index.ts';
import { fieldOf, showProfileValue } from '#domains/registry/field/profile-fields.ts';
import { hasSavings } from '#domains/savings/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { mayWords } from '../../../../may-words.ts';
import { actorWhoSees } from '../../../../see.ts';
import { requestDetailWords as w } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.data-requests');
  const { app, city, today, zone, lang } = event.locals;
  const { id } = event.params;
  if (!isId(id)) error(404);
  const found = await app.read(city, async (db) => {
    const request = await findDataRequest(db, id);
    if (!request) return null;
    const standing = await standingOf(
      db,
      { personId: request.personId, today },
      async (reader, personId) =>
        (await hasBorrowed(reader, personId)) || (await hasSavings(reader, personId)),
    );
    const profile = await profileOf(db, { kind: 'person', id: request.personId });
    return { request, standing, profile };
  });
  if (!found) error(404);
  const { request, standing, profile } = found;
  const at = (field: string) => ({ kind: 'person', field, placeName: () => null }) as const;
  const { field } = request;
  const correction = field
    ? {
        label: fieldOf('person', field)?.label ?? { id: field, en: field },
        now: showProfileValue(at(field), profile?.[field] ?? null, lang),
        should: showProfileValue(at(field), request.value, lang),
      }
    : null;
  return {
    request,
    correction,
    holds: request.kind === 'erasure' && standing ? holdsOn(standing) : [],
    mayOpenFile: maySee(actor, 'registry.answer-data-request'),
    now: app.now(),
    zone,
    commandId: newId(),
    otherCommandId: newId(),
    blocked: {
      answer: mayWords(mayDo(actor, 'registry.answer-data-request', {})),
      lift: mayWords(mayDo(actor, 'registry.lift-restriction', {})),
    },
  };
};

export const actions: Actions = {
  jawab: async (event) => {
    const { values } = await readForm(event);
    const { decision, answer } = values;
    const body = { requestId: event.params.id, decision, answer };
    const done = { values, redirectTo: event.url.pathname, flash: w.sent };
    return runCommand(event, 'registry.answer-data-request', body, done);
  },
  cabut: async (event) => {
    const { values } = await readForm(event);
    const { personId, why } = values;
    const done = { values, redirectTo: event.url.pathname, flash: w.lifted };
    return runCommand(event, 'registry.lift-restriction', { personId, why }, done);
  },
};
