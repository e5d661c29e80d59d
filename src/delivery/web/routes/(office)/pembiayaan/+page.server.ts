import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { listApplications, portfolioByBook } from '#domains/lending/server/index.ts';
import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';

/** Applications shown on the overview before one opens the list. */
const shown = 8;

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, today } = event.locals;
  const scope = scopeOf(actor, 'see.applications');
  // Figures of a whole book are for those who answer for the city or for that lender.
  const books = scope.all ? {} : { institutionIds: scope.institution };
  const open = {
    q: '',
    sort: 'diajukan',
    direction: 'desc' as const,
    filters: { status: 'terbuka' },
    size: shown,
    offset: 0,
  };
  const found = await app.read(city, async (db) => ({
    portfolios: await portfolioByBook(db, { on: today, ...books }),
    open: await listApplications(db, open, scope),
  }));
  return { ...found, today, mayApply: maySee(actor, 'lending.apply') };
};
