import { headerFit } from './heading-fit.ts';
import { headingKey, plainHeading } from './heading-words.ts';
import { headerKey, importFieldNames, importFields } from './import-fields.ts';
import { otherHeaders } from './known-headings.ts';

/** One row as a spreadsheet reader gives it; `notes` by column index. */
export interface SourceRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly notes?: Readonly<Record<number, string>>;
}

export interface SourceSheet {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SourceRow[];
  /** How many rows there are, when `rows` are only the first. */
  readonly rowCount?: number;
}

export interface TableColumn {
  /** Position in the sheet, from 0. */
  readonly index: number;
  /** The heading, parent and child joined: `ALAMAT · KELURAHAN`. Never empty: a column without one is called by its letter. */
  readonly title: string;
}

export interface TableShape {
  readonly columns: readonly TableColumn[];
  /** Row numbers of the heading; empty when the file has none. */
  readonly headerRows: readonly number[];
  /** The first row that may hold data. */
  readonly firstDataRow: number;
}

const lookedAt = 40;

const knownHeaders: ReadonlySet<string> = new Set(
  [...importFieldNames.flatMap((field) => importFields[field].headers), ...otherHeaders].flatMap(
    (header) => [headerKey(header), plainHeading(header)],
  ),
);

type Knows = (text: string) => boolean;

/** A heading word for word, units aside. Cheap: every row of a file is asked. */
const isExactHeader: Knows = (text) => {
  const key = headerKey(text);
  if (key === '') return false;
  if (knownHeaders.has(key)) return true;
  const unitless = key
    .replace(/\b(rp|000|ribu|juta|orang|unit|kg|jumlah|satuan|l p)\b/g, ' ')
    .trim();
  return knownHeaders.has(unitless.replace(/\s+/g, ' '));
};

/** Shortened, misspelt and longer headings too: asked of the rows where a heading is looked for. */
const isKnownHeader: Knows = (text) => {
  if (isExactHeader(text)) return true;
  // A cell longer than any heading is not taken apart word by word.
  if (text.length > 70 || headerKey(text) === '') return false;
  if (knownHeaders.has(headingKey(text))) return true;
  return importFieldNames.some((field) => headerFit(text, field) >= 0.75);
};

/** Texts of a row without the copies a merged range leaves. */
function distinctTexts(row: SourceRow): string[] {
  return [...new Set(row.cells.filter((text) => text !== ''))];
}

function filled(row: SourceRow): string[] {
  return row.cells.filter((text) => text !== '');
}

const hasNumber = (text: string) => /^[\d.,\s+-]*\d[\d.,\s]*$/.test(text);

/** `: KALIMANTAN TIMUR`, the answer to a label in a title block. */
const isAnswer = (text: string) => /^\s*:/.test(text);

/** `1 2 3 …` or `(1) (2) (3) …` under a heading: it numbers the columns and is no data. */
export function isNumberingRow(row: SourceRow): boolean {
  const texts = filled(row);
  if (texts.length < 3) return false;
  const numbers = texts.map((text) => /^[([]?(\d{1,3})[)\].]?$/.exec(text)?.[1]);
  if (numbers.some((number) => number === undefined)) return false;
  const values = numbers.map(Number);
  const rising = values.every((value, at) => at === 0 || value > values[at - 1]!);
  return rising && values[0]! <= 3 && values.at(-1)! <= values.length * 2;
}

/** Whether most of a row's texts are headings and none is a number. */
function looksLikeHeader(row: SourceRow, knows: Knows = isKnownHeader): boolean {
  const texts = distinctTexts(row);
  if (texts.length === 0 || texts.some(hasNumber) || texts.some(isAnswer)) return false;
  const hits = texts.filter(knows).length;
  return hits / texts.length >= 0.5;
}

function headerHits(row: SourceRow, knows: Knows = isKnownHeader): number {
  const texts = distinctTexts(row);
  return texts.some(hasNumber) ? 0 : texts.filter(knows).length;
}

/**
 * Finds the table of a sheet: the heading below any title block, a heading of two or three rows with merged cells, a row
 * that numbers the columns. A sheet whose first row is already data has a heading of none.
 */
export function findTable(rows: readonly SourceRow[]): TableShape | undefined {
  const head = rows.slice(0, lookedAt);
  if (head.length === 0) return undefined;
  const best = bestHeader(head);
  const width = Math.max(...rows.slice(0, 500).map((row) => row.cells.length));
  if (best === undefined) return headless(rows, width);
  let from = best;
  while (from > 0 && best - from < 2 && isParentHeader(head[from - 1]!, head[from]!)) from--;
  let to = best;
  while (to + 1 < head.length && to - from < 3 && looksLikeHeader(head[to + 1]!)) to++;
  const header = head.slice(from, to + 1);
  let data = to + 1;
  while (data < head.length && isNumberingRow(head[data]!)) data++;
  return {
    columns: titles(header, width),
    headerRows: header.map((row) => row.number),
    firstDataRow: rows[data]?.number ?? header.at(-1)!.number + 1,
  };
}

function bestHeader(head: readonly SourceRow[]): number | undefined {
  let best: number | undefined;
  head.forEach((row, at) => {
    const hits = headerHits(row);
    const better = best === undefined ? hits >= 2 : hits > headerHits(head[best]!);
    if (better && looksLikeHeader(row)) best = at;
  });
  return best ?? loneHeader(head);
}

/** One known heading is enough when the sheet has a single column, or the row is the first. */
function loneHeader(head: readonly SourceRow[]): number | undefined {
  const first = head.findIndex((row) => distinctTexts(row).length >= 2);
  const at = first < 0 ? 0 : first;
  const row = head[at]!;
  const texts = distinctTexts(row);
  if (texts.some(hasNumber)) return undefined;
  return headerHits(row) > 0 || (at + 1 < head.length && head[at + 1]!.cells.some(hasNumber))
    ? at
    : undefined;
}

/** The row right above a heading belongs to it when it holds several different headings; a title holds one text. */
function isParentHeader(row: SourceRow, below: SourceRow): boolean {
  const adjoins = row.number === below.number - 1;
  return adjoins && distinctTexts(row).length >= 2 && looksLikeHeader(row);
}

function headless(rows: readonly SourceRow[], width: number): TableShape | undefined {
  const first = rows.find((row) => distinctTexts(row).length >= 2);
  if (first === undefined) return undefined;
  return { columns: titles([], width), headerRows: [], firstDataRow: first.number };
}

function titles(header: readonly SourceRow[], width: number): TableColumn[] {
  const parents = header.map((row, level) => inherit(row, header.slice(level + 1), width));
  return Array.from({ length: width }, (_, index) => {
    const parts: string[] = [];
    for (const texts of parents) {
      const text = (texts[index] ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '' && !parts.includes(text)) parts.push(text);
    }
    return { index, title: parts.join(' · ') || columnLetter(index) };
  });
}

/** A blank above a child heading stands for the parent to its left, as a merged cell saved to CSV leaves it. */
function inherit(row: SourceRow, below: readonly SourceRow[], width: number): string[] {
  const texts: string[] = [];
  let parent = '';
  for (let at = 0; at < width; at++) {
    const own = row.cells[at] ?? '';
    const hasChild = below.some((child) => (child.cells[at] ?? '') !== '');
    if (own !== '') parent = own;
    else if (!hasChild) parent = '';
    texts.push(own === '' ? parent : own);
  }
  return texts;
}

/** `A`, `B`, … `AA`. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

/** The rows below the heading that hold data: no repeated headings, numbering, totals or signature blocks. */
export function dataRows(rows: readonly SourceRow[], shape: TableShape): SourceRow[] {
  return rows.filter((row) => row.number >= shape.firstDataRow && isDataRow(row));
}

export function isDataRow(row: SourceRow): boolean {
  const texts = distinctTexts(row);
  if (texts.length === 0) return false;
  const words = texts.filter((text) => !hasNumber(text));
  // A row of figures without a single word is a total or a numbering, never a person.
  if (words.length === 0) return false;
  if (words.length <= 2 && isTotal(words[0]!)) {
    return false;
  }
  if (
    texts.length <= 2 &&
    /^(mengetahui|kepala dinas|tanggal|sumber|catatan|keterangan|nip)\b/i.test(words[0]!)
  ) {
    return false;
  }
  return !isHeaderRow(row);
}

/** A heading word for word, wherever on the sheet it stands. */
export function isHeaderRow(row: SourceRow): boolean {
  return headerHits(row, isExactHeader) >= 3 && looksLikeHeader(row, isExactHeader);
}

/**
 * Where a second table stands beside the first, with the same headings over again; undefined where there is one only.
 *
 * @returns the letters of its first and last column
 */
export function tableBeside({ columns }: TableShape): { from: string; to: string } | undefined {
  const keys = columns.map(({ index, title }) =>
    title === columnLetter(index) ? '' : headerKey(title),
  );
  const known = keys.flatMap((key, at) => (knownHeaders.has(key) ? [{ key, at }] : []));
  const again = known.filter(({ key, at }) => keys.indexOf(key) < at);
  const first = again[0]?.at;
  // One heading twice is a slip; the same row of headings over again is another list of people.
  if (first === undefined || again.length < 3) return undefined;
  const before = known.filter(({ at }) => at < first).map(({ key }) => key);
  const after = known.filter(({ at }) => at >= first).map(({ key }) => key);
  if (before.slice(0, after.length).join() !== after.join()) return undefined;
  return { from: columnLetter(first), to: columnLetter(known.at(-1)!.at) };
}

function isTotal(text: string): boolean {
  return /^(?:grand\s+|sub\s*)?(?:total|jumlah)(?:\s+(?:keseluruhan|seluruhnya|umkm|data))?\s*:?$/i.test(
    text,
  );
}

/**
 * The sheet most likely meant: visible, with the most rows under a heading that is understood. Among sheets nearly as
 * large the first wins, for people put the finished list first.
 */
export function chooseMainSheet(sheets: readonly SourceSheet[]): SourceSheet | undefined {
  const scored = sheets.map((sheet) => ({ sheet, score: sheetScore(sheet) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? undefined : scored.find(({ score }) => score >= best * 0.7)?.sheet;
}

function sheetScore(sheet: SourceSheet): number {
  const shape = findTable(sheet.rows);
  if (shape === undefined) return 0;
  const understood = shape.columns.filter(({ title }) => isKnownHeader(title)).length;
  const rows = (sheet.rowCount ?? sheet.rows.length) - shape.headerRows.length;
  return rows * (1 + Math.min(understood, 4)) * (sheet.hidden ? 0.1 : 1);
}

/** What the list of rows to repair adds to a file's columns. */
const repairHeaders: ReadonlySet<string> = new Set(['alasan', 'usulan', 'reason', 'suggestion']);

/** The same for every file of the same headings at the same places; what a remembered mapping is found by. */
export function shapeKey(shape: TableShape): string {
  return shape.columns
    .map(({ index, title }) => ({ index, key: headerKey(title) }))
    .filter(({ key }) => !repairHeaders.has(key))
    .map(({ index, key }) => `${index}=${key}`)
    .join('|');
}
