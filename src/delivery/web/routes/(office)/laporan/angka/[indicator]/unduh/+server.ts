import { indicatorOf } from '#domains/reporting/indicator.ts';
import type { IndicatorName } from '#domains/reporting/indicator.ts';
import type { RowColumn } from '#domains/reporting/row-column.ts';
import {
  columnsOf,
  indicatorRows,
  currentFigures,
  measureOf,
} from '#domains/reporting/server/index.ts';
import { protectParts } from '#kernel/small-cells.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import type { OutputSheet } from '#platform/files/spreadsheet/table-output.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { downloadFormat, downloadSheet } from '../../../../../../download.ts';
import { formatInstant } from '../../../../../../instant.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import { amountText, measureText } from '../../../say-figure.ts';
import { reportWords as words } from '../../../words.ts';
import { askedIndicator, namesFor, rowRules } from '../asked.ts';
import type { RequestHandler } from './$types';

/** As many rows as a spreadsheet is still comfortable with. */
const most = 100_000;

export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.leadership');
  const name = askedIndicator(event.params.indicator);
  if (name === 'terjangkau' && event.url.searchParams.get('publik') === 'ya')
    return publicCoverage(event);
  const { app, city, lang, today } = event.locals;
  const names = namesFor(actor);
  const cut = { today };
  const { kecamatan = null } = readListState(event.url, rowRules).filters;
  const { measure, rows } = await app.read(city, async (db) => ({
    measure: measureOf(await currentFigures(app, db, cut), name),
    rows: (await indicatorRows(db, name, { cut, names, kecamatan, size: most, offset: 0 })).rows,
  }));
  const columns = columnsOf(name, names);
  return downloadSheet(downloadFormat(event.url), {
    name: `${name}-${cut.today}`,
    preface: prefaceOf(event, name, measure),
    columns: columns.map((column) => ({
      title: column.title[lang],
      kind: column.kind === 'word' ? 'text' : column.kind,
    })),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row[column.key] ?? null, lang))),
  });
};

type Asked = Pick<RequestEvent, 'locals'>;

/** What the figure is, above its rows: a sheet that travels alone must still say what it means. */
function prefaceOf(
  { locals }: Asked,
  name: IndicatorName,
  measure: Parameters<typeof measureText>[0],
): OutputSheet['preface'] {
  const { app, zone, lang } = locals;
  const indicator = indicatorOf(name);
  const amount = (value: bigint) => amountText(value, indicator.unit, lang);
  return [
    `${indicator.name[lang]}: ${measureText(measure, indicator.unit, lang)}`,
    indicator.means[lang],
    `${words.counted[lang]}: ${indicator.numerator[lang]} = ${amount(measure.numerator)}`,
    ...(indicator.denominator && measure.denominator !== null
      ? [`${words.outOf[lang]}: ${indicator.denominator[lang]} = ${amount(measure.denominator)}`]
      : []),
    `${words.cutOffRule[lang]}: ${indicator.cutOff[lang]}. ${words.dataRead[lang]} ${formatInstant(app.now(), zone, lang)}.`,
  ];
}

function cellOf(column: RowColumn, value: string | number | bigint | null, lang: 'id' | 'en') {
  if (column.kind !== 'word' || value === null) return value;
  return column.words?.[String(value)]?.[lang] ?? String(value);
}

/** Coverage by kecamatan without any count that could point at somebody. */
async function publicCoverage({ locals }: Asked): Promise<Response> {
  const { app, city, lang, today } = locals;
  const { coverage } = await app.read(city, (db) => currentFigures(app, db, { today }));
  const shown = protectParts(
    coverage.map(({ businesses, reached }) => ({
      whole: Number(businesses),
      part: Number(reached),
    })),
  );
  const hidden = words.suppressed[lang];
  return downloadSheet('csv', {
    name: `terjangkau-publik-${today}`,
    columns: [
      { title: words.kecamatan[lang] },
      { title: words.businesses[lang], kind: 'number' },
      { title: words.reached[lang], kind: 'number' },
    ],
    rows: coverage.map((area, index) => [
      area.name,
      shown[index]?.whole ?? hidden,
      shown[index]?.part ?? hidden,
    ]),
  });
}
