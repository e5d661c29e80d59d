import { scopeOf } from '#domains/access/who-may.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import { countCases, listCases, listDepartments } from '#domains/voice/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../see.ts';
import { caseRules } from './rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.cases');
  const { app, city, today } = event.locals;
  const list = readListState(event.url, caseRules);
  const scope = scopeOf(actor, 'see.cases');
  const found = await app.read(city, async (db) => ({
    ...(await listCases(db, { scope, today, list })),
    counts: await countCases(db, { scope, today }),
    departments: await listDepartments(db, today),
    kecamatan: await listRegions(db, 'kecamatan'),
  }));
  // An officer of one department has no use for a filter by department.
  return { list, ...found, oneDepartment: !scope.all && scope.department.length === 1 };
};
