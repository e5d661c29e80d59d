import { comparableOffers } from '#domains/lending/server/index.ts';
import { readAsked } from './asked.ts';
import { compare } from './compare.ts';
import type { PageServerLoad } from './$types';

/** What every lender asks, for an amount and a length: open to anyone, kept for nobody. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, city, today } = locals;
  const asked = readAsked(url.searchParams);
  const offers = city === '' ? [] : await app.read(city, (db) => comparableOffers(db, today));
  return { asked, ...compare(offers, asked, today) };
};
