import { listInstitutions } from '#domains/partners/server/index.ts';
import { listPeopleLists } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../../see.ts';
import { listRules } from './rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'registry.read-people-list');
  const { app, city, today } = event.locals;
  const list = readListState(event.url, listRules);
  const found = await app.read(city, async (db) => ({
    ...(await listPeopleLists(db, list)),
    departments: await listInstitutions(db, { kinds: ['department'], on: today }),
  }));
  return { list, ...found };
};
