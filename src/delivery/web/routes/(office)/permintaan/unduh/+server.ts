import { requestKinds, requestStates } from '#domains/registry/rights/data-request.ts';
import { listDataRequests } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../download.ts';
import { formatInstant } from '../../../../instant.ts';
import { actorWhoSees } from '../../../../see.ts';
import { requestRules } from '../rules.ts';
import { requestWords as w } from '../words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  actorWhoSees(event, 'see.data-requests');
  const { app, city, lang, zone } = event.locals;
  const list = { ...readListState(event.url, requestRules), size: 20_000, offset: 0 };
  const { rows } = await app.read(city, (db) => listDataRequests(db, { list, now: app.now() }));
  const titles = [w.number, w.person, w.kind, w.state, w.received, w.due, w.answered];
  const instant = (at: Date | null) => (at ? formatInstant(at, zone, lang) : null);
  return downloadSheet(downloadFormat(event.url), {
    name: lang === 'id' ? 'permintaan-data' : 'data-requests',
    columns: titles.map((words) => ({ title: words[lang] })),
    rows: rows.map((row) => [
      row.number,
      row.personName,
      requestKinds[row.kind].says[lang],
      requestStates[row.state][lang],
      instant(row.receivedAt),
      instant(row.dueAt),
      instant(row.answeredAt),
    ]),
  });
};
