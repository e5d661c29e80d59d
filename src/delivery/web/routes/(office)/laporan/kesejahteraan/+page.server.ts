import { actorWhoSees } from '../../../../see.ts';
import { welfareFigures } from './figures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'see.leadership');
  const { app, city } = event.locals;
  return app.read(city, welfareFigures);
};
