import { json } from '@sveltejs/kit';
import { findEverything } from '../../../../find-everything.ts';
import { fewestSigns } from '../../../../found.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { RequestHandler } from './$types';

const perKind = 5;

/** What the search box offers while one types. Posted, so that a name or NIK stands in no log. */
export const POST: RequestHandler = async (event) => {
  const actor = actorWhoSees(event);
  const q = (await event.request.text()).trim().slice(0, 100);
  const groups =
    q.length < fewestSigns ? [] : await findEverything(event, actor, { q, limit: perKind });
  return json({ groups }, { headers: { 'cache-control': 'no-store' } });
};
