import { scopeOf } from '#domains/access/who-may.ts';
import { applicationStates } from '#domains/lending/application.ts';
import { listApplications } from '#domains/lending/server/index.ts';
import { businessDateOf } from '#kernel/date.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { financeWords as w } from '../../words.ts';
import { applicationRules } from '../rules.ts';
import type { RequestHandler } from './$types';

/** More than anybody reads in a spreadsheet; a longer list is narrowed first. */
const most = 50_000;

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, zone, lang } = event.locals;
  const ask = { ...readListState(event.url, applicationRules), size: most, offset: 0 };
  const { rows } = await app.read(city, (db) =>
    listApplications(db, ask, scopeOf(actor, 'see.applications')),
  );
  return downloadSheet(downloadFormat(event.url), {
    name: 'pengajuan',
    columns: [
      { title: w.number[lang] },
      { title: w.applicant[lang], width: 30 },
      { title: w.kindOfApplicant[lang] },
      { title: w.lender[lang] },
      { title: w.product[lang], width: 30 },
      { title: w.members[lang], kind: 'number' },
      { title: w.amount[lang], kind: 'rupiah' },
      { title: w.toLookAt[lang], kind: 'number' },
      { title: w.state[lang] },
      { title: w.submitted[lang], kind: 'date' },
    ],
    rows: rows.map((row) => [
      row.number,
      row.applicant,
      (row.forPerson ? w.onePerson : w.asGroup)[lang],
      row.institutionName,
      row.productName,
      row.memberCount,
      row.totalRupiah,
      row.toLookAt,
      applicationStates[row.state][lang],
      businessDateOf(row.submittedAt, zone),
    ]),
  });
};
