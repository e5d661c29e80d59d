import { listServices } from '#domains/registry/welfare/welfare-words.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../download.ts';
import { actorWhoSees } from '../../../../see.ts';
import { crossRules, viewOf } from '../rules.ts';
import { rowsOf } from '../view.ts';
import { crossWords as words, giverNames } from '../words.ts';
import type { RequestHandler } from './$types';

const most = 100_000;

export const GET: RequestHandler = async (event) => {
  actorWhoSees(event, 'see.departments-lists');
  const { app, city, lang, today } = event.locals;
  const view = viewOf(event.url);
  const list = { ...readListState(event.url, crossRules), size: most, offset: 0 };
  const { rows } = await app.read(city, (db) => rowsOf(db, view, { list, today }));
  const by = view === 'layanan-ganda' ? words.givenBy : words.listedBy;
  const heads = [words.name, words.business, words.place, words.kecamatan, by, words.service];
  return downloadSheet(downloadFormat(event.url), {
    name: view,
    columns: [...heads, words.last].map((head) => ({ title: head[lang] })),
    rows: rows.map((row) => [
      row.name,
      row.business,
      row.kelurahan,
      row.kecamatan,
      giverNames(row, lang),
      row.service ? listServices[row.service][lang] : null,
      row.lastOn,
    ]),
  });
};
