import { error } from '@sveltejs/kit';
import { findReview } from '#domains/access/server/index.ts';
import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { reviewWords } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

/** Both sides of one review. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.field-reviews');
  const { app, city, zone } = event.locals;
  const { id } = event.params;
  if (!isId(id)) error(404);
  const scope = scopeOf(actor, 'see.field-reviews');
  const review = await app.read(city, (db) => findReview(db, { id, scope }));
  if (!review) error(404);
  return {
    review,
    zone,
    own: review.madeBy === actor.userId,
    settles: maySee(actor, 'access.settle-field-review'),
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event);
    const body = { reviewId: event.params.id, answer: values.answer, reason: values.reason };
    return runCommand(event, 'access.settle-field-review', body, {
      values,
      redirectTo: '/pendampingan/tinjauan',
      flash: reviewWords.done,
    });
  },
};
