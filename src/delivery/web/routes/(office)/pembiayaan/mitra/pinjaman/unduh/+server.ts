import { scopeOf } from '#domains/access/who-may.ts';
import { listPartnerLoans } from '#domains/lending/server/index.ts';
import { writeScaled } from '#kernel/scaled.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../../../download.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import { partnerLoanRules } from '../../rules.ts';
import { partnerWords as words } from '../../words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.partner-books');
  const { app, city, lang } = event.locals;
  const ask = { ...readListState(event.url, partnerLoanRules), size: 50_000, offset: 0 };
  const scope = scopeOf(actor, 'see.partner-books');
  const { rows } = await app.read(city, (db) => listPartnerLoans(db, ask, scope));
  return downloadSheet(downloadFormat(event.url), {
    name: 'pinjaman-mitra',
    columns: [
      { title: words.person[lang], width: 28 },
      { title: words.loan[lang] },
      { title: words.lenders[lang] },
      { title: words.disbursed[lang], kind: 'date' },
      { title: words.principal[lang] },
      { title: words.outstanding[lang] },
      { title: words.grade[lang], kind: 'number' },
      { title: words.differences[lang], kind: 'number' },
    ],
    // Amounts with cents are text, so that a spreadsheet keeps every one of them.
    rows: rows.map((row) => [
      row.name,
      row.number,
      row.lender,
      row.disbursedOn,
      writeScaled(row.principal, { decimal: ',', digits: row.digits }),
      writeScaled(row.outstanding, { decimal: ',', digits: row.digits }),
      row.grade,
      row.differs,
    ]),
  });
};
