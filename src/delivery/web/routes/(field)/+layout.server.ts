import { redirect } from '@sveltejs/kit';
import { signInPath } from '../../forms.ts';
import type { LayoutServerLoad } from './$types';

/** The field pages are for pendamping who are signed in. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  if (!locals.actor) redirect(303, signInPath(url));
};
