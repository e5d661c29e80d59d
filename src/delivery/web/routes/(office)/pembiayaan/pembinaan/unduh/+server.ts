import { scopeOf } from '#domains/access/who-may.ts';
import { resultWords } from '#domains/lending/counselling/counselling.ts';
import { listCounselling } from '#domains/lending/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { financeWords as w } from '../../words.ts';
import { counsellingRules } from '../rules.ts';
import { counsellingWords as c } from '../words.ts';
import type { RequestHandler } from './$types';

/** More than anybody reads in a spreadsheet; a longer list is narrowed first. */
const most = 50_000;

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today, lang } = event.locals;
  const ask = { ...readListState(event.url, counsellingRules), size: most, offset: 0, on: today };
  const { rows } = await app.read(city, (db) =>
    listCounselling(db, ask, scopeOf(actor, 'see.loans')),
  );
  return downloadSheet(downloadFormat(event.url), {
    name: 'pembinaan',
    columns: [
      { title: w.number[lang] },
      { title: w.member[lang], width: 26 },
      { title: w.group[lang], width: 30 },
      { title: c.owedTo[lang], width: 26 },
      { title: c.overdue[lang], kind: 'rupiah' },
      { title: c.days[lang], kind: 'number' },
      { title: c.grade[lang], kind: 'number' },
      { title: c.lookOn[lang], kind: 'date' },
      { title: w.state[lang] },
    ],
    rows: rows.map((row) => [
      row.number,
      row.name,
      row.groupName,
      row.creditorName,
      row.overdueRupiah,
      row.overdueDays,
      row.grade,
      row.nextOn,
      (row.result ? resultWords[row.result] : c[row.state])[lang],
    ]),
  });
};
