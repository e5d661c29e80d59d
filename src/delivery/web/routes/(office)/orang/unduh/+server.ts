import { scopeOf } from '#domains/access/who-may.ts';
import { sectorNames } from '#domains/registry/sector.ts';
import { listPeople } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../download.ts';
import { actorWhoSees } from '../../../../see.ts';
import { peopleRules } from '../rules.ts';
import { peopleWords as words } from '../words.ts';
import type { RequestHandler } from './$types';

/** A city has fewer; more than this is read through the API, page by page. */
const most = 100_000;

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.people');
  const { app, city, lang } = event.locals;
  const list = { ...readListState(event.url, peopleRules), size: most, offset: 0 };
  const scope = scopeOf(actor, 'see.people');
  const { rows } = await app.read(city, (db) => listPeople(db, { scope, list }));
  const heads = [
    words.name,
    words.business,
    words.sector,
    words.place,
    words.kecamatan,
    words.group,
    words.phone,
  ];
  return downloadSheet(downloadFormat(event.url), {
    name: 'orang-usaha',
    columns: heads.map((head) => ({ title: head[lang] })),
    rows: rows.map((row) => [
      row.name,
      row.business,
      row.sector ? sectorNames[row.sector][lang] : null,
      row.kelurahan,
      row.kecamatan,
      row.group,
      row.phone,
    ]),
  });
};
