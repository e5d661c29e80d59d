import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { countGroups, listGroups, listRegions } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../see.ts';
import { mayPropose } from './may.ts';
import { groupRules } from './rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.groups');
  const list = readListState(event.url, groupRules);
  const scope = scopeOf(actor, 'see.groups');
  const { app, city } = event.locals;
  const found = await app.read(city, async (db) => ({
    ...(await listGroups(db, scope, list)),
    counts: await countGroups(db, scope),
    kecamatan: await listRegions(db, 'kecamatan'),
  }));
  return {
    list,
    ...found,
    mayPropose: mayPropose(actor),
    mayRecognise: mayDo(actor, 'registry.recognise-groups', {}),
  };
};
