import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { maySee } from '#domains/access/who-may.ts';
import { isId } from '#kernel/id.ts';
import { actorWhoSees } from '../../../../see.ts';

/** Whose month an address asks for; a mentor opens her own, who plans for others opens all. */
export function askedReport(
  event: Pick<RequestEvent, 'locals' | 'url'> & { params: { month: string; who: string } },
) {
  const actor = actorWhoSees(event, 'see.visits');
  const { month, who } = event.params;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) error(404);
  if (who !== 'kota' && !isId(who)) error(404);
  const mentorId = who === 'kota' ? null : who;
  if (mentorId !== actor.userId && !maySee(actor, 'see.visit-plans-of-others')) error(403);
  return { actor, mentorId, month: `${month}-01` };
}
