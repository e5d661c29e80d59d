import { auditCountLimit, listAudit } from '#domains/access/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { actorWhoSees } from '../../../see.ts';
import type { PageServerLoad } from './$types';
import { auditRules } from './rules.ts';

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'see.audit');
  const list = readListState(event.url, auditRules);
  const { domain, jenis, id } = list.filters;
  const query = {
    q: list.q,
    domain,
    subjectKind: jenis,
    subjectId: id,
    limit: list.size,
    offset: list.offset,
  };
  const found = await event.locals.app.read(event.locals.city, (db) => listAudit(db, query));
  return { list, ...found, more: found.total > auditCountLimit, zone: event.locals.zone };
};
