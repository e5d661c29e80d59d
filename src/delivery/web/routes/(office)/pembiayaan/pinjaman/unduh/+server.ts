import { scopeOf } from '#domains/access/who-may.ts';
import { listLoans } from '#domains/lending/server/index.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { financeWords, loanStates } from '../../words.ts';
import { loanRules } from '../rules.ts';
import { loanWords as w } from '../words.ts';
import type { RequestHandler } from './$types';

/** More than anybody reads in a spreadsheet; a longer list is narrowed first. */
const most = 50_000;

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today, lang } = event.locals;
  const ask = { ...readListState(event.url, loanRules), size: most, offset: 0, on: today };
  const { rows } = await app.read(city, (db) => listLoans(db, ask, scopeOf(actor, 'see.loans')));
  return downloadSheet(downloadFormat(event.url), {
    name: 'pinjaman',
    preface: [`${financeWords.loans[lang]}, ${today}`],
    columns: [
      { title: financeWords.number[lang] },
      { title: financeWords.member[lang], width: 28 },
      { title: financeWords.group[lang], width: 28 },
      { title: financeWords.lender[lang] },
      { title: financeWords.state[lang] },
      { title: w.disbursedOn[lang], kind: 'date' },
      { title: w.principal[lang], kind: 'rupiah' },
      { title: w.outstanding[lang], kind: 'rupiah' },
      { title: w.overdue[lang], kind: 'rupiah' },
      { title: w.days[lang], kind: 'number' },
      { title: w.next[lang], kind: 'date' },
    ],
    rows: rows.map((row) => [
      row.number,
      row.name,
      row.groupName,
      row.institutionName,
      loanStates[row.state][lang],
      row.disbursedOn,
      row.principalRupiah,
      row.outstandingRupiah,
      row.overdueRupiah,
      row.overdueDays,
      row.nextDueOn,
    ]),
  });
};
