import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import { closedDaysFrom, listProducts } from '#domains/lending/server/index.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { PageServerLoad } from './$types';

/** One product: its terms, what they come to, and the versions of the same name at the same lender. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today } = event.locals;
  const scope = scopeOf(actor, 'see.applications');
  const { products, closed } = await app.read(city, async (db) => ({
    products: await listProducts(db, { scope }),
    closed: await closedDaysFrom(db, today),
  }));
  const product = products.find((one) => one.id === event.params.id);
  if (!product) throw lendingProblems.unknownProduct();
  const versions = products
    .filter((one) => one.institutionId === product.institutionId && one.name === product.name)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return { product, versions, closed, today, mayOffer: maySee(actor, 'lending.offer-product') };
};
