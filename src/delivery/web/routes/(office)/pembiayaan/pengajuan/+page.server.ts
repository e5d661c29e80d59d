import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { listApplications } from '#domains/lending/server/index.ts';
import { listLenders } from '#domains/partners/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';
import { applicationRules } from './rules.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today, zone } = event.locals;
  const list = readListState(event.url, applicationRules);
  const found = await app.read(city, async (db) => ({
    ...(await listApplications(db, list, scopeOf(actor, 'see.applications'))),
    lenders: (await listLenders(db, today)).filter((lender) => lender.books === 'kept-here'),
  }));
  return { list, ...found, zone, mayApply: maySee(actor, 'lending.apply') };
};
