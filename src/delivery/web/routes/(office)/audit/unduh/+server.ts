import { listAudit } from '#domains/access/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../download.ts';
import { formatInstant } from '../../../../instant.ts';
import { actorWhoSees } from '../../../../see.ts';
import { auditRules } from '../rules.ts';
import { auditWords } from '../words.ts';
import type { RequestHandler } from './$types';

/** More than anybody reads in a spreadsheet; a longer trail is narrowed first, or read by `naik verify`. */
const most = 50_000;

export const GET: RequestHandler = async (event) => {
  actorWhoSees(event, 'see.audit');
  const { app, city, zone, lang } = event.locals;
  const { q, filters } = readListState(event.url, auditRules);
  const query = {
    q,
    domain: filters.domain,
    subjectKind: filters.jenis,
    subjectId: filters.id,
    limit: most,
    offset: 0,
  };
  const { rows } = await app.read(city, (db) => listAudit(db, query));
  const w = auditWords;
  return downloadSheet(downloadFormat(event.url), {
    name: 'jejak-audit',
    columns: [w.number, w.when, w.who, w.what, w.kind, w.subject].map((words) => ({
      title: words[lang],
    })),
    rows: rows.map((row) => [
      row.seq.toString(),
      formatInstant(row.at, zone, lang),
      row.actorName,
      row.says[lang],
      row.kind,
      `${row.subjectKind}:${row.subjectId}`,
    ]),
  });
};
