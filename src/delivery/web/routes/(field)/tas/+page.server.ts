import { fail } from '@sveltejs/kit';
import { bagsOfMentor } from '#domains/mentoring/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readPieces } from '../../../counted-pieces.ts';
import { readForm, runCommand } from '../../../forms.ts';
import { actorWhoSees } from '../../../see.ts';
import { bagWords } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

/** A mentor's own bags, to be counted before they are handed over. */
export const load: PageServerLoad = async (event) => {
  const { userId: mentorId } = actorWhoSees(event, 'mentoring.count-bag');
  const { app, city, today } = event.locals;
  const bags = await app.read(city, (db) => bagsOfMentor(db, { mentorId, today }));
  return { bags: bags.map((bag) => ({ ...bag, commandId: newId() })) };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const counted = readPieces(data);
    if ('problem' in counted) return fail(422, { problem: counted.problem, values });
    const { bagId, commandId: countId } = values;
    return runCommand(
      event,
      'mentoring.count-bag',
      { countId, bagId, pieces: counted.pieces },
      {
        values,
        redirectTo: '/tas',
        flash: bagWords.recorded,
      },
    );
  },
};
