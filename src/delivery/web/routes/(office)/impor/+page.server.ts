import { mayDo } from '#domains/access/who-may.ts';
import { listImports } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.imports');
  const list = readListState(event.url, { sorts: ['-time'], size: 25 });
  const { app, city } = event.locals;
  const found = await app.read(city, (db) =>
    listImports(db, { offset: list.offset, limit: list.size }),
  );
  return { list, ...found, now: app.now(), mayUpload: mayDo(actor, 'registry.start-import', {}) };
};
