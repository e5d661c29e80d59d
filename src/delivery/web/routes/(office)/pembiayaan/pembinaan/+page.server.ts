import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { listCounselling } from '#domains/lending/server/index.ts';
import { listLenders } from '#domains/partners/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';
import { counsellingRules } from './rules.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  const list = readListState(event.url, counsellingRules);
  const found = await app.read(city, async (db) => ({
    ...(await listCounselling(db, { ...list, on: today }, scopeOf(actor, 'see.loans'))),
    lenders: (await listLenders(db, today)).filter((lender) => lender.books === 'kept-here'),
  }));
  return { list, ...found, today, mayOpen: maySee(actor, 'lending.open-counselling') };
};
