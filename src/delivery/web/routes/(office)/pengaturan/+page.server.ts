import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const actor = actorWhoSees(event);
  return {
    login: event.locals.session?.login ?? '',
    held: actor.roles,
    secondFactor: actor.secondFactor,
  };
};
