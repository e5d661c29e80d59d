import { scopeOf } from '#domains/access/who-may.ts';
import { listVisits } from '#domains/mentoring/server/index.ts';
import { visitFieldWords, visitFlagWords } from '#domains/mentoring/visit-words.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { visitRules } from '../rules.ts';
import { visitWords as w } from '../words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.visits');
  const { app, city, lang } = event.locals;
  const list = { ...readListState(event.url, visitRules), size: 20_000, offset: 0 };
  const { rows } = await app.read(city, (db) =>
    listVisits(db, { scope: scopeOf(actor, 'see.visits'), userId: actor.userId, list }),
  );
  return downloadSheet(downloadFormat(event.url), {
    name: lang === 'id' ? 'kunjungan' : 'visits',
    columns: [
      { title: w.day[lang], kind: 'date' },
      { title: w.recorded[lang], kind: 'date' },
      { title: w.business[lang] },
      { title: w.owner[lang] },
      { title: w.kecamatan[lang] },
      { title: w.kelurahan[lang] },
      { title: w.mentor[lang] },
      { title: w.field[lang] },
      { title: w.turnover[lang], kind: 'rupiah' },
      { title: w.before[lang], kind: 'rupiah' },
      { title: w.findings[lang], kind: 'number' },
      { title: w.kinds.open[lang], kind: 'number' },
      { title: w.leader[lang] },
      { title: w.flags[lang] },
    ],
    rows: rows.map((row) => [
      row.doneOn,
      row.recordedOn,
      row.businessName,
      row.ownerName,
      row.kecamatanName,
      row.kelurahanName,
      row.mentorName,
      row.fields.map((field) => visitFieldWords[field][lang]).join(', '),
      row.turnoverMonthRupiah,
      row.turnoverBeforeRupiah,
      row.findings,
      row.openFindings,
      row.ledBy && [row.ledBy.name, row.ledBy.office].filter(Boolean).join(', '),
      row.flags.map((flag) => visitFlagWords[flag][lang]).join(', '),
    ]),
  });
};
