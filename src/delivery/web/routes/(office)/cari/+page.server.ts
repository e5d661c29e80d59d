import { scopeOf, maySee } from '#domains/access/who-may.ts';
import { searchEverything } from '#domains/registry/server/index.ts';
import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';

const perKind = 20;

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event);
  const q = (event.url.searchParams.get('q') ?? '').trim().slice(0, 100);
  const scope = (kind: 'see.people' | 'see.groups') =>
    maySee(actor, kind) ? scopeOf(actor, kind) : null;
  const ask = { q, people: scope('see.people'), groups: scope('see.groups'), limit: perKind };
  const hits =
    q.length < 2
      ? []
      : await event.locals.app.read(event.locals.city, (db) => searchEverything(db, ask));
  return { q, hits, perKind };
};
