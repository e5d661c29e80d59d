import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { listProducts } from '#domains/lending/server/index.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today } = event.locals;
  const scope = scopeOf(actor, 'see.applications');
  const products = await app.read(city, (db) => listProducts(db, { scope }));
  return { products, today, mayOffer: maySee(actor, 'lending.offer-product') };
};
