import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { readForm } from '../../../forms.ts';
import { findEverything } from '../../../find-everything.ts';
import { fewestSigns, isNumberOfAPerson } from '../../../found.ts';
import { actorWhoSees } from '../../../see.ts';
import type { Actions, PageServerLoad } from './$types';

const perKind = 20;

export const load: PageServerLoad = (event) =>
  results(event, event.url.searchParams.get('q') ?? '');

export const actions: Actions = {
  /** The box posts, so that a NIK typed into it is answered here and stands in no address; names go on to theirs. */
  default: async (event) => {
    const q = String((await readForm(event)).values.q ?? '').trim();
    if (!isNumberOfAPerson(q)) redirect(303, `/cari?q=${encodeURIComponent(q.slice(0, 100))}`);
    return results(event, q);
  },
};

async function results(event: Pick<RequestEvent, 'locals' | 'url'>, typed: string) {
  const actor = actorWhoSees(event);
  const q = typed.trim().slice(0, 100);
  const groups =
    q.length < fewestSigns ? [] : await findEverything(event, actor, { q, limit: perKind });
  return { q, groups, perKind };
}
