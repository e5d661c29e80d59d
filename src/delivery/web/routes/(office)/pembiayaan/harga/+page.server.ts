import { maySee } from '#domains/access/who-may.ts';
import { listWrittenOffers } from '#domains/lending/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { pricesWords } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today } = event.locals;
  const offers = await app.read(city, (db) => listWrittenOffers(db));
  return {
    offers,
    today,
    mayWrite: maySee(actor, 'lending.publish-offer'),
    commandId: newId(),
  };
};

export const actions: Actions = {
  end: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    return runCommand(
      event,
      'lending.end-offer',
      { offerId: text('offerId'), name: text('name'), validTo: text('validTo') },
      { values, flash: pricesWords.proposed, redirectTo: '/pembiayaan/harga' },
    );
  },
};
