import { scopeOf } from '#domains/access/who-may.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import { findPartnerLoan } from '#domains/lending/server/index.ts';
import { isId } from '#kernel/id.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.partner-books');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  const scope = scopeOf(actor, 'see.partner-books');
  const loan = isId(id) ? await app.read(city, (db) => findPartnerLoan(db, id, scope)) : null;
  if (!loan) throw lendingProblems.unknownLoan();
  return { loan, today };
};
