import { maySee } from '#domains/access/who-may.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import {
  columnsOf,
  indicatorRows,
  currentFigures,
  measureOf,
  snapshotsOf,
} from '#domains/reporting/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { PageServerLoad } from './$types';
import { askedIndicator, namesFor, rowRules } from './asked.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.leadership');
  const name = askedIndicator(event.params.indicator);
  const { app, city, zone, today } = event.locals;
  const list = readListState(event.url, rowRules);
  const cut = { today };
  const columnsOfLoans = columnsOf(name, namesFor(actor)).some((column) => column.key === 'loan');
  const names = namesFor(actor);
  const kecamatan = list.filters.kecamatan ?? null;
  return app.read(city, async (db) => ({
    name,
    list,
    zone,
    opensLoans: columnsOfLoans && maySee(actor, 'see.loans'),
    today,
    readAt: app.now(),
    measure: measureOf(await currentFigures(app, db, cut), name),
    columns: columnsOf(name, names),
    found: await indicatorRows(db, name, {
      cut,
      names,
      kecamatan,
      size: list.size,
      offset: list.offset,
    }),
    areas: await listRegions(db, 'kecamatan'),
    snapshots: await snapshotsOf(db, name),
  }));
};
