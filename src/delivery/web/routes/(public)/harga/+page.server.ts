import { closedDaysFrom, comparableOffers } from '#domains/lending/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { together } from '#platform/db/together.ts';
import { readAsked } from './asked.ts';
import { compare } from './compare.ts';
import type { PageServerLoad } from './$types';

/** What every lender asks, for an amount and a length: open to anyone, kept for nobody. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, city, today } = locals;
  const asked = readAsked(url.searchParams);
  const [offers, closed] =
    city === ''
      ? [[], []]
      : await app.read(city, (db) =>
          together(comparableOffers(db, today), closedDaysFrom(db, addDays(today, 1))),
        );
  return { asked, ...compare(offers, asked, { on: today, closed }) };
};
