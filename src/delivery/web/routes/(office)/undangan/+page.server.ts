import { maySee } from '#domains/access/who-may.ts';
import { listDraws } from '#domains/programmes/server/index.ts';
import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';

const drawsShown = 100;

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.invitations');
  const { app, city } = event.locals;
  const draws = await app.read(city, (db) => listDraws(db, drawsShown));
  return { draws, mayDraw: maySee(actor, 'programmes.draw-invitations') };
};
