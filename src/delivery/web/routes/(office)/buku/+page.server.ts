import { scopeOf } from '#domains/access/who-may.ts';
import { listBooks } from '#domains/ledger/server/index.ts';
import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.books');
  const { app, city } = event.locals;
  return { books: await app.read(city, (db) => listBooks(db, scopeOf(actor, 'see.books'))) };
};
