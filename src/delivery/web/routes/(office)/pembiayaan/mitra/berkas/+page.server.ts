import { scopeOf } from '#domains/access/who-may.ts';
import { listPartnerFiles, listPartnerLenders } from '#domains/lending/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { fileRules } from '../rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.partner-books');
  const scope = scopeOf(actor, 'see.partner-books');
  const { app, city } = event.locals;
  const list = readListState(event.url, fileRules);
  const found = await app.read(city, async (db) => ({
    ...(await listPartnerFiles(db, list, scope)),
    lenders: await listPartnerLenders(db, scope),
  }));
  return { list, ...found };
};
