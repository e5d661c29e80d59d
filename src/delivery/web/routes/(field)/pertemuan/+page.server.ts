import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { meetingsNearby, meetingsOfMentor } from '#domains/mentoring/server/index.ts';
import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';

/** A mentor's day: what is left open, today's meetings, the week ahead, and whom she could stand in for. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.meetings');
  const { app, city, today } = event.locals;
  const asked = { mentorId: actor.userId, scope: scopeOf(actor, 'mentoring.close-meeting'), today };
  const found = await app.read(city, async (db) => ({
    own: await meetingsOfMentor(db, asked),
    nearby: await meetingsNearby(db, asked),
  }));
  return { today, ...found, office: mayDo(actor, 'mentoring.close-meeting', {}) !== 'yes' };
};
