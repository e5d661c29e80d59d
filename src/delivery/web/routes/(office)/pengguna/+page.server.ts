import { listUsers } from '#domains/access/server/index.ts';
import { listInstitutions } from '#domains/partners/server/index.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'see.users');
  const { app, city, today } = event.locals;
  const list = readListState(event.url, { sorts: ['name'], filters: ['role'], size: 50 });
  const query = {
    q: list.q,
    role: list.filters.role,
    today,
    limit: list.size,
    offset: list.offset,
  };
  const found = await app.read(city, async (db) => {
    const institutions = await listInstitutions(db, { on: today });
    const regions = await listRegions(db);
    const places = [
      ...institutions.map((i) => [i.id, i.shortName]),
      ...regions.map((r) => [r.code, r.name]),
    ];
    return {
      ...(await listUsers(db, query)),
      places: Object.fromEntries(places) as Record<string, string>,
    };
  });
  return { list, ...found, now: app.now() };
};
