import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { maySee } from '#domains/access/who-may.ts';
import type { PermissionKind } from '#domains/access/who-may.ts';
import type { Actor } from '#platform/command/command.ts';
import { commandProblems } from '#platform/command/problems.ts';
import { signInPath } from './forms.ts';

/**
 * The actor of a page that asks for somebody signed in, and for a screen, or one of several, she may see. Sends others to the
 * sign-in page, and refuses those who are signed in but not allowed (403).
 */
export function actorWhoSees(
  event: Pick<RequestEvent, 'locals' | 'url'>,
  kind?: PermissionKind | readonly PermissionKind[],
): Actor {
  const { actor } = event.locals;
  if (!actor) redirect(303, signInPath(event.url));
  if (kind && ![kind].flat().some((one) => maySee(actor, one))) throw commandProblems.notAllowed();
  return actor;
}
