import { countDataRequests, listDataRequests } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../see.ts';
import { requestRules } from './rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'see.data-requests');
  const { app, city, zone } = event.locals;
  const list = readListState(event.url, requestRules);
  const now = app.now();
  const found = await app.read(city, async (db) => ({
    ...(await listDataRequests(db, { list, now })),
    counts: await countDataRequests(db, now),
  }));
  return { list, now, zone, ...found };
};
