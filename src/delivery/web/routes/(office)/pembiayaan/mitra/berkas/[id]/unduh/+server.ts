import { scopeOf } from '#domains/access/who-may.ts';
import { lineOutcomes } from '#domains/lending/partner/partner-file.ts';
import { partnerBookProblems } from '#domains/lending/partner/problems.ts';
import { findPartnerFile, listPartnerLines } from '#domains/lending/server/index.ts';
import { fileFields } from '#domains/partners/file/file-layout.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { downloadFormat, downloadSheet } from '../../../../../../../download.ts';
import { actorWhoSees } from '../../../../../../../see.ts';
import { lineRules } from '../../../rules.ts';
import { partnerWords as words } from '../../../words.ts';
import { cellText } from '../line-text.ts';
import type { RequestHandler } from './$types';

/** The lines of a file with what is wrong with each, to send back to the lender. */
export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.partner-books');
  const { app, city, lang } = event.locals;
  const ask = { ...readListState(event.url, lineRules), size: 20_000, offset: 0 };
  const { file, rows } = await app.read(city, async (db) => {
    const scope = scopeOf(actor, 'see.partner-books');
    const found = await findPartnerFile(db, event.params.id, scope);
    if (!found) throw partnerBookProblems.unknownPartnerFile();
    return { file: found, rows: (await listPartnerLines(db, ask, found.id)).rows };
  });
  const fields = Object.entries(fileFields[file.kind]);
  return downloadSheet(downloadFormat(event.url), {
    name: file.number,
    columns: [
      { title: words.line[lang], kind: 'number' },
      { title: words.outcome[lang] },
      ...fields.map(([, field]) => ({ title: field.name[lang] })),
      { title: words.why[lang], width: 60 },
    ],
    rows: rows.map((row) => [
      row.line,
      lineOutcomes[row.outcome][lang],
      ...fields.map(([name]) => cellText(file, name, row.reading[name] ?? null)),
      row.problem?.says[lang] ?? null,
    ]),
  });
};
