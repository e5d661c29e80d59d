import { maySee } from '#domains/access/who-may.ts';
import { departmentShares } from '#domains/programmes/server/index.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../see.ts';
import { crossRules, viewOf } from './rules.ts';
import { rowsOf } from './view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.departments-lists');
  const { app, city, today } = event.locals;
  const view = viewOf(event.url);
  const list = readListState(event.url, crossRules);
  const found = await app.read(city, async (db) => ({
    ...(await rowsOf(db, view, { list, today })),
    shares: await departmentShares(db),
    kecamatan: (await listRegions(db, 'kecamatan')).map(({ code, name }) => ({ code, name })),
  }));
  return {
    view,
    list,
    ...found,
    seesLists: maySee(actor, 'registry.read-people-list'),
    seesPeople: maySee(actor, 'see.people'),
  };
};
