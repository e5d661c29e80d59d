import { redirect } from '@sveltejs/kit';
import { roles } from '#domains/access/roles.ts';
import type { Role } from '#domains/access/roles.ts';
import { signInPath } from '../../forms.ts';
import { navigationFor } from '../../navigation.ts';
import type { LayoutServerLoad } from './$types';

/** Everything in the office needs somebody signed in; what each page shows is decided by that page. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { actor } = locals;
  if (!actor) redirect(303, signInPath(url));
  const role = actor.roles[0]?.role;
  return {
    navigation: navigationFor(actor),
    roleName: role !== undefined && Object.hasOwn(roles, role) ? roles[role as Role] : null,
  };
};
