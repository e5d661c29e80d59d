import { maySee } from '#domains/access/who-may.ts';
import type { LayoutServerLoad } from './$types';

/** Which of mentoring's parts the reader has. */
export const load: LayoutServerLoad = ({ locals: { actor } }) => ({
  seesMeetings: actor !== null && maySee(actor, 'see.meetings'),
});
