import { downloadFormat, downloadSheet } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { welfareColumns } from '../columns.ts';
import { welfareFigures } from '../figures.ts';
import { welfareWords as w } from '../words.ts';
import type { RequestHandler } from './$types';

/** Welfare by kecamatan as it may be published. */
export const GET: RequestHandler = async (event) => {
  actorWhoSees(event, 'see.leadership');
  const { app, city, lang, today } = event.locals;
  const { rows, city: whole } = await app.read(city, welfareFigures);
  const cellsOf = (row: (typeof rows)[number] | typeof whole) =>
    welfareColumns.map((column) => row[column] ?? w.hidden[lang]);
  return downloadSheet(downloadFormat(event.url), {
    name: `kesejahteraan-${today}`,
    preface: [w.sub[lang], w.rule[lang]],
    columns: [
      { title: w.area[lang] },
      ...welfareColumns.map((column) => ({ title: w[column][lang], kind: 'number' as const })),
    ],
    rows: [
      ...rows.map((row) => [row.name ?? w.unknownPlace[lang], ...cellsOf(row)]),
      [w.city[lang], ...cellsOf(whole)],
    ],
  });
};
