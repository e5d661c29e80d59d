import { maySee } from '#domains/access/who-may.ts';
import { listUnvisited, planningScope } from '#domains/mentoring/server/index.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../../see.ts';
import { unvisitedRules } from '../kunjungan/rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.visits');
  const { app, city, today } = event.locals;
  const list = readListState(event.url, unvisitedRules);
  const found = await app.read(city, async (db) => ({
    ...(await listUnvisited(db, { scope: planningScope(actor), list, today })),
    kecamatan: await listRegions(db, 'kecamatan'),
  }));
  return { list, ...found, seesPeople: maySee(actor, 'see.people') };
};
