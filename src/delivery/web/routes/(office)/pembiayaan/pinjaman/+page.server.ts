import { scopeOf } from '#domains/access/who-may.ts';
import { listLoans } from '#domains/lending/server/index.ts';
import { listLenders } from '#domains/partners/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';
import { loanRules } from './rules.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  const list = readListState(event.url, loanRules);
  const found = await app.read(city, async (db) => ({
    ...(await listLoans(db, { ...list, on: today }, scopeOf(actor, 'see.loans'))),
    lenders: (await listLenders(db, today)).filter((lender) => lender.books === 'kept-here'),
  }));
  return { list, ...found };
};
