import { scopeOf } from '#domains/access/who-may.ts';
import { caseStates, caseTopics } from '#domains/voice/case.ts';
import { listCases } from '#domains/voice/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../download.ts';
import { actorWhoSees } from '../../../../see.ts';
import { caseRules } from '../rules.ts';
import { caseWords as w } from '../words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.cases');
  const { app, city, lang, today } = event.locals;
  const list = { ...readListState(event.url, caseRules), size: 20_000, offset: 0 };
  const { rows } = await app.read(city, (db) =>
    listCases(db, { scope: scopeOf(actor, 'see.cases'), today, list }),
  );
  const titles = [w.number, w.text, w.topic, w.state, w.department, w.group, w.kecamatan];
  return downloadSheet(downloadFormat(event.url), {
    name: lang === 'id' ? 'suara-warga' : 'cases',
    columns: [
      ...titles.map((words) => ({ title: words[lang] })),
      { title: w.raised[lang], kind: 'date' },
      { title: w.due[lang], kind: 'date' },
      { title: w.overdueDays[lang], kind: 'number' },
    ],
    rows: rows.map((row) => [
      row.number,
      row.text,
      caseTopics[row.topic][lang],
      caseStates[row.state][lang],
      row.departmentName,
      row.groupName,
      row.kecamatanName,
      row.raisedOn,
      row.dueOn,
      row.overdueDays,
    ]),
  });
};
