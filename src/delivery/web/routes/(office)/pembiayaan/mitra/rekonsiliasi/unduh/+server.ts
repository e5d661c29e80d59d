import { scopeOf } from '#domains/access/who-may.ts';
import {
  explanations,
  reconciledParts,
  reconciledStates,
} from '#domains/lending/partner/explanation.ts';
import { listReconciliation } from '#domains/lending/server/index.ts';
import { writeScaled } from '#kernel/scaled.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../../../download.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import { bookText } from '../../book-text.ts';
import { reconciliationRules } from '../../rules.ts';
import { partnerWords as words } from '../../words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.partner-books');
  const { app, city, lang, today } = event.locals;
  const ask = { ...readListState(event.url, reconciliationRules), size: 50_000, offset: 0 };
  const scope = scopeOf(actor, 'see.partner-books');
  const { rows } = await app.read(city, (db) => listReconciliation(db, ask, scope));
  return downloadSheet(downloadFormat(event.url), {
    name: `rekonsiliasi-${today}`,
    columns: [
      { title: words.lenders[lang] },
      { title: words.loan[lang] },
      { title: words.person[lang], width: 28 },
      { title: words.part[lang] },
      { title: words.item[lang] },
      { title: words.date[lang], kind: 'date' },
      { title: words.theirs[lang], width: 40 },
      { title: words.ours[lang], width: 40 },
      { title: words.difference[lang] },
      { title: words.state[lang] },
      { title: words.explanation[lang], width: 50 },
    ],
    rows: rows.map((row) => [
      row.lender,
      row.loanNumber,
      row.name,
      reconciledParts[row.part][lang],
      row.item,
      row.onDay,
      bookText(row.theirs, row, lang),
      bookText(row.ours, row, lang),
      writeScaled(row.difference, { decimal: ',', digits: row.digits }),
      reconciledStates[row.state][lang],
      row.explanation ? explanations[row.explanation][lang] : null,
    ]),
  });
};
