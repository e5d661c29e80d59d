import { error } from '@sveltejs/kit';
import { mayDo, maySee, scopeOf } from '#domains/access/who-may.ts';
import { profileFields } from '#domains/registry/field/profile-fields.ts';
import {
  breachesOfPerson,
  findPerson,
  listHolds,
  placeOfPeople,
  requestsOfPerson,
} from '#domains/registry/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { retentionWords } from '../../../permintaan/retensi/words.ts';
import { askWords as w } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

/** A NIK is not written down here: it never stands in clear. */
const fields = Object.entries(profileFields.person)
  .filter(([name]) => name !== 'nik')
  .map(([value, { label }]) => ({ value, label }));

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.people');
  const { app, city, today, zone } = event.locals;
  const personId = event.params.id;
  if (!isId(personId)) error(404);
  const opens = maySee(actor, 'see.data-requests');
  const found = await app.read(city, async (db) => {
    const scope = scopeOf(actor, 'see.people');
    const person = await findPerson(db, { scope, personId, restrictedToo: true });
    if (!person) return null;
    const place = await placeOfPeople(db, [personId]);
    return {
      person,
      place,
      requests: await requestsOfPerson(db, personId),
      holds: opens ? await listHolds(db, { today, personId }) : [],
      incidents: opens ? await breachesOfPerson(db, personId) : [],
    };
  });
  if (!found) error(404);
  return {
    person: { id: found.person.id, name: found.person.name },
    requests: found.requests,
    incidents: found.incidents,
    holds: found.holds,
    mayHold: maySee(actor, 'registry.hold-person'),
    holdCommandId: newId(),
    opens,
    fields,
    today,
    zone,
    now: app.now(),
    commandId: newId(),
    blocked: mayWords(mayDo(actor, 'registry.receive-data-request', found.place)),
  };
};

export const actions: Actions = {
  ask: async (event) => {
    const { values } = await readForm(event);
    const { kind, channel, proof, receivedOn, words, field, value } = values;
    const correction = kind === 'correction' ? { field, value } : {};
    const body = { personId: event.params.id, kind, channel, proof, receivedOn, words };
    return runCommand(
      event,
      'registry.receive-data-request',
      { ...body, ...correction },
      { values, redirectTo: event.url.pathname, flash: w.done },
    );
  },
  hold: async (event) => {
    const { values } = await readForm(event);
    const body = { personId: event.params.id, why: values.why, untilOn: values.untilOn };
    const done = { values, redirectTo: event.url.pathname, flash: retentionWords.holdDone };
    return runCommand(event, 'registry.hold-person', body, done);
  },
};
