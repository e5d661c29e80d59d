import { maySee, scopeOf } from '#domains/access/who-may.ts';
import {
  countWelfare,
  latestWholeQuarter,
  listFamilies,
  listRegions,
  openWelfareProposals,
} from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../see.ts';
import { familyRules } from './rules.ts';
import type { PageServerLoad } from './$types';

const proposalsShown = 8;

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.welfare');
  const { app, city, zone } = event.locals;
  const list = readListState(event.url, familyRules);
  const scope = scopeOf(actor, 'see.welfare');
  const found = await app.read(city, async (db) => {
    const latestWhole = await latestWholeQuarter(db);
    return {
      latestWhole,
      ...(await listFamilies(db, { scope, list, latestWhole })),
      counts: await countWelfare(db, { scope, latestWhole }),
      proposals: await openWelfareProposals(db, { scope, limit: proposalsShown }),
      kecamatan: (await listRegions(db, 'kecamatan')).map(({ code, name }) => ({ code, name })),
    };
  });
  return { list, zone, ...found, seesLists: maySee(actor, 'registry.read-people-list') };
};
