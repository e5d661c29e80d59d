import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { listPeople, listRegions } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';
import { peopleRules } from './rules.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.people');
  const list = readListState(event.url, peopleRules);
  const scope = scopeOf(actor, 'see.people');
  const found = await event.locals.app.read(event.locals.city, async (db) => ({
    ...(await listPeople(db, { scope, list })),
    kecamatan: (await listRegions(db, 'kecamatan')).map(({ code, name }) => ({ code, name })),
  }));
  const mayReview = maySee(actor, 'see.people-review');
  return { list, ...found, mayReview, mayImport: maySee(actor, 'registry.start-import') };
};
