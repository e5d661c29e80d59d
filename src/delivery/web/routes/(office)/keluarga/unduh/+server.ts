import { scopeOf } from '#domains/access/who-may.ts';
import { latestWholeQuarter, listFamilies } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../download.ts';
import { actorWhoSees } from '../../../../see.ts';
import { familyRules } from '../rules.ts';
import { familyWords as words, standingWords } from '../words.ts';
import type { RequestHandler } from './$types';

const most = 100_000;

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.welfare');
  const { app, city, lang } = event.locals;
  const list = { ...readListState(event.url, familyRules), size: most, offset: 0 };
  const scope = scopeOf(actor, 'see.welfare');
  const { rows, latestWhole } = await app.read(city, async (db) => {
    const newest = await latestWholeQuarter(db);
    return {
      latestWhole: newest,
      ...(await listFamilies(db, { scope, list, latestWhole: newest })),
    };
  });
  const heads = [words.head, words.decile, words.standing, words.place, words.kecamatan];
  const more = [words.members, words.people, words.womanHead, words.extreme];
  const yes = (value: boolean | null) => (value ? { id: 'ya', en: 'yes' }[lang] : null);
  return downloadSheet(downloadFormat(event.url), {
    name: 'keluarga',
    columns: [...heads, ...more].map((head) => ({ title: head[lang] })),
    rows: rows.map((row) => [
      row.name,
      row.decile,
      standingWords(row, latestWhole)[lang],
      row.kelurahan,
      row.kecamatan,
      row.members,
      row.people,
      yes(row.womenHeaded),
      yes(row.extreme),
    ]),
  });
};
