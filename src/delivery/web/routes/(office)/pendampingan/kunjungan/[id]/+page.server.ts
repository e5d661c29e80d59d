import { error } from '@sveltejs/kit';
import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { findVisit } from '#domains/mentoring/server/index.ts';
import { isId } from '#kernel/id.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.visits');
  const { app, city, zone } = event.locals;
  const { id } = event.params;
  if (!isId(id)) error(404);
  const visit = await app.read(city, (db) =>
    findVisit(db, { visitId: id, scope: scopeOf(actor, 'see.visits'), userId: actor.userId }),
  );
  if (!visit) error(404);
  return { visit, zone, seesPeople: maySee(actor, 'see.people') };
};
