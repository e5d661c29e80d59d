import { mayDo } from '#domains/access/who-may.ts';
import { listHolds, previewRetention } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { mayWords } from '../../../../may-words.ts';
import { actorWhoSees } from '../../../../see.ts';
import { retentionWords as w } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.data-requests');
  const { app, city, today, zone } = event.locals;
  const found = await app.read(city, async (db) => ({
    classes: await previewRetention(db, today),
    holds: await listHolds(db, { today }),
  }));
  return {
    classes: found.classes.map((row) => ({ ...row, commandId: newId() })),
    holds: found.holds.map((row) => ({ ...row, commandId: newId() })),
    zone,
    mayRun: mayWords(mayDo(actor, 'registry.end-retention', {})),
    mayLift: mayWords(mayDo(actor, 'registry.lift-hold', {})),
  };
};

export const actions: Actions = {
  run: async (event) => {
    const { values } = await readForm(event);
    const body = { retentionClass: values.retentionClass };
    const done = { values, redirectTo: event.url.pathname, flash: w.ran };
    return runCommand(event, 'registry.end-retention', body, done);
  },
  lift: async (event) => {
    const { values } = await readForm(event);
    const body = { holdId: values.holdId, why: values.why };
    const done = { values, redirectTo: event.url.pathname, flash: w.lifted };
    return runCommand(event, 'registry.lift-hold', body, done);
  },
};
