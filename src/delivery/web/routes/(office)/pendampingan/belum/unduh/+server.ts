import { listUnvisited, planningScope } from '#domains/mentoring/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { unvisitedRules } from '../../kunjungan/rules.ts';
import { visitWords } from '../../kunjungan/words.ts';
import { unvisitedWords as w } from '../../rencana/words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.visits');
  const { app, city, lang, today } = event.locals;
  const list = { ...readListState(event.url, unvisitedRules), size: 50_000, offset: 0 };
  const { rows } = await app.read(city, (db) =>
    listUnvisited(db, { scope: planningScope(actor), list, today }),
  );
  return downloadSheet(downloadFormat(event.url), {
    name: lang === 'id' ? 'belum-dikunjungi' : 'never-visited',
    columns: [
      { title: visitWords.business[lang] },
      { title: visitWords.owner[lang] },
      { title: w.product[lang] },
      { title: visitWords.kecamatan[lang] },
      { title: visitWords.kelurahan[lang] },
      { title: w.planned[lang], kind: 'date' },
    ],
    rows: rows.map((row) => [
      row.name,
      row.ownerName,
      row.product,
      row.kecamatanName,
      row.kelurahanName,
      row.plannedOn,
    ]),
  });
};
