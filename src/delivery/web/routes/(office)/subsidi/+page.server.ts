import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { listAgreements, subsidyByMonth } from '#domains/lending/server/index.ts';
import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.subsidy');
  const scope = scopeOf(actor, 'see.subsidy');
  const { app, city, today } = event.locals;
  const found = await app.read(city, async (db) => ({
    agreements: await listAgreements(db, scope),
    months: await subsidyByMonth(db, { scope, agreementId: null }),
  }));
  return { ...found, today, mayOffer: maySee(actor, 'lending.offer-subsidy') };
};
