import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import { listProducts } from '#domains/lending/server/index.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { PageServerLoad } from './$types';

/** One product: its terms, what they come to, and the versions of the same name at the same lender. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today } = event.locals;
  const scope = scopeOf(actor, 'see.applications');
  const products = await app.read(city, (db) => listProducts(db, { scope }));
  const product = products.find((one) => one.id === event.params.id);
  if (!product) throw lendingProblems.unknownProduct();
  const versions = products
    .filter((one) => one.institutionId === product.institutionId && one.name === product.name)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return { product, versions, today, mayOffer: maySee(actor, 'lending.offer-product') };
};
