import { scopeOf } from '#domains/access/who-may.ts';
import { groupStates } from '#domains/registry/group-words.ts';
import { sectorNames } from '#domains/registry/sector.ts';
import { listGroups } from '#domains/registry/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../download.ts';
import { actorWhoSees } from '../../../../see.ts';
import { groupRules } from '../rules.ts';
import { groupWords as w } from '../words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.groups');
  const { app, city, lang } = event.locals;
  const list = { ...readListState(event.url, groupRules), size: 20_000, offset: 0 };
  const { rows } = await app.read(city, (db) => listGroups(db, scopeOf(actor, 'see.groups'), list));
  return downloadSheet(downloadFormat(event.url), {
    name: lang === 'id' ? 'kelompok' : 'groups',
    columns: [
      w.name,
      w.state,
      w.ketua,
      w.members,
      w.kecamatan,
      w.kelurahan,
      w.sector,
      w.mentor,
      w.decree,
      w.validTo,
    ].map((words) => ({ title: words[lang] })),
    rows: rows.map((row) => [
      row.name,
      groupStates[row.state][lang],
      row.ketua,
      row.members,
      row.kecamatan,
      row.kelurahan,
      sectorNames[row.sector][lang],
      row.mentor,
      row.decree,
      row.validTo,
    ]),
  });
};
