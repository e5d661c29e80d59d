import { indicatorNames } from '#domains/reporting/indicator.ts';
import { currentFigures, measureOf } from '#domains/reporting/server/index.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'see.leadership');
  const { app, city, today } = event.locals;
  const figures = await app.read(city, (db) => currentFigures(app, db, { today }));
  return { measures: indicatorNames.map((name) => ({ name, measure: measureOf(figures, name) })) };
};
