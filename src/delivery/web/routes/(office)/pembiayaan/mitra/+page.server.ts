import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { listPartnerLenders } from '#domains/lending/server/index.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.partner-books');
  const scope = scopeOf(actor, 'see.partner-books');
  const { app, city } = event.locals;
  return {
    lenders: await app.read(city, (db) => listPartnerLenders(db, scope)),
    mayReceive: maySee(actor, 'lending.read-partner-file'),
    mayName: maySee(actor, 'lending.make-candidate-file'),
  };
};
