import { indicatorNames } from '#domains/reporting/indicator.ts';
import { leadershipFigures, measureOf } from '#domains/reporting/server/index.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'see.leadership');
  const { app, city, today } = event.locals;
  const figures = await app.read(city, (db) => leadershipFigures(db, { today }));
  return { measures: indicatorNames.map((name) => ({ name, measure: measureOf(figures, name) })) };
};
