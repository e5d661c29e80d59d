import { readListState } from '#delivery/ui/list-state.ts';
import { listReviews } from '#domains/access/server/index.ts';
import { scopeOf } from '#domains/access/who-may.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';

/** What came from phones and disagrees with what is there, the oldest first. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.field-reviews');
  const { app, city, zone } = event.locals;
  const state = event.url.searchParams.get('bagian') === 'selesai' ? 'settled' : 'open';
  const scope = scopeOf(actor, 'see.field-reviews');
  const list = readListState(event.url, { sorts: ['raised'], size: 25 });
  const { size, offset } = list;
  const found = await app.read(city, (db) => listReviews(db, { scope, state, size, offset }));
  return { reviews: found.rows, total: found.total, list, state, zone };
};
