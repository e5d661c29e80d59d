import { error } from '@sveltejs/kit';
import { findAuditLine } from '#domains/access/server/index.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'see.audit');
  const { seq } = event.params;
  if (!/^\d{1,18}$/.test(seq)) error(404);
  const line = await event.locals.app.read(event.locals.city, (db) =>
    findAuditLine(db, BigInt(seq)),
  );
  if (!line) error(404);
  return { line, zone: event.locals.zone };
};
