import { scopeOf } from '#domains/access/who-may.ts';
import { countVisits, listVisitors, listVisits } from '#domains/mentoring/server/index.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../../see.ts';
import { visitRules } from './rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.visits');
  const { app, city, today } = event.locals;
  const list = readListState(event.url, visitRules);
  const whose = { scope: scopeOf(actor, 'see.visits'), userId: actor.userId };
  const asked = list.filters.month;
  const month = asked && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
  const found = await app.read(city, async (db) => ({
    ...(await listVisits(db, { ...whose, list })),
    counts: await countVisits(db, { ...whose, month: `${month}-01` }),
    mentors: await listVisitors(db),
    kecamatan: await listRegions(db, 'kecamatan'),
  }));
  return { list, ...found, month: `${month}-01`, today };
};
