import { maySee } from '#domains/access/who-may.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import {
  columnsOf,
  hasNames,
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
  const names = namesFor(actor);
  const columns = columnsOf(name, names);
  const columnsOfLoans = columns.some((column) => column.key === 'loan');
  const kecamatan = list.filters.kecamatan ?? null;
  return app.read(city, async (db) => ({
    name,
    list,
    zone,
    opensLoans: columnsOfLoans && maySee(actor, 'see.loans'),
    today,
    readAt: app.now(),
    measure: measureOf(await currentFigures(app, db, cut), name),
    columns,
    // Said only where there is a name to leave out.
    hidesNames: hasNames(name) && !columns.some((column) => column.personal),
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
