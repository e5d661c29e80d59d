import { type BusinessDate, parseDate } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import type { Notice } from '#kernel/parsed.ts';
import { isNumberingRow } from '#domains/registry/import/table-shape.ts';
import { readDay } from './date-style.ts';
import { fileFields, headingKey } from './file-layout.ts';
import type { FileLayout, IncomingKind } from './file-layout.ts';
import { fileProblems } from './file-problems.ts';
import { findColumns, rowsLookedAt } from './find-columns.ts';
import type { FileRow, FoundTable } from './find-columns.ts';
import { lineProblems } from './line-problems.ts';
import { readCell } from './read-cell.ts';

/** What a line says, field by field, in canonical texts; null where it says nothing. */
export type Reading = Readonly<Record<string, string | null>>;

export interface ReadLine {
  /** The row as the spreadsheet program numbers it. */
  readonly line: number;
  /** What the line is about; two lines of one file never have the same. Null where it cannot be read. */
  readonly key: string | null;
  readonly reading: Reading;
  readonly problem: Notice | null;
}

export interface ReadFile {
  /** The day the file speaks of. */
  readonly asOf: BusinessDate;
  readonly lines: readonly ReadLine[];
  /** Sums of its amount columns, in the smallest unit. */
  readonly totals: Readonly<Record<string, bigint>>;
}

/** The fields that say what a line is about. */
const keyFields: Readonly<Record<IncomingKind, readonly string[]>> = {
  decisions: ['reference'],
  schedules: ['loanNumber', 'number'],
  repayments: ['loanNumber', 'reference'],
  grades: ['loanNumber'],
};

/**
 * Reads a lender's file by its template. Lines keep what is wrong with them; the order of lines makes no difference to
 * what is read.
 *
 * @throws Refusal when it is no such file: another lender's, columns or day missing, no lines, totals that do not add up
 */
export function readFile(
  template: { kind: IncomingKind; layout: FileLayout },
  rows: readonly FileRow[],
): ReadFile {
  const { kind, layout } = template;
  // Before its columns: another lender's are other ones, and to say so would send one to the template.
  assertNamesLender(layout, rows.slice(0, rowsLookedAt));
  const table = findColumns(layout, rows);
  assertNamesLender(layout, table.preface);
  const asOf = dayOf(layout, table.preface);
  const { lineRows, totalsRow } = splitRows(layout, rows.slice(table.firstLine), table);
  if (lineRows.length === 0) throw fileProblems.noLines();
  const read = lineRows.map((row) => readLine({ kind, layout, table }, row));
  const lines = markDuplicates(read);
  const totals = totalsOf(layout, kind, lines);
  if (layout.totals !== null) {
    if (!totalsRow) throw fileProblems.noTotals({ word: layout.totals });
    // A line that cannot be read says more than a total that then cannot be right.
    if (lines.every((line) => line.problem === null)) {
      assertTotals({ kind, layout, table }, totalsRow, totals);
    }
  }
  return { asOf, lines, totals };
}

interface Template {
  readonly kind: IncomingKind;
  readonly layout: FileLayout;
  readonly table: FoundTable;
}

function assertNamesLender(layout: FileLayout, above: readonly FileRow[]): void {
  const name = layout.lender.toLowerCase();
  const named = above.some((row) => row.cells.some((cell) => cell.toLowerCase().includes(name)));
  if (!named) throw fileProblems.anotherLender({ expected: layout.lender });
}

function dayOf(layout: FileLayout, preface: readonly FileRow[]): BusinessDate {
  const word = layout.asOfWord.toLowerCase();
  for (const row of preface) {
    const at = row.cells.findIndex((cell) => cell.toLowerCase().includes(word));
    if (at < 0) continue;
    const cell = row.cells[at] ?? '';
    const behind = cell.slice(cell.toLowerCase().indexOf(word) + word.length);
    for (const text of [behind, ...row.cells.slice(at + 1)]) {
      const bare = text.replace(/^[\s:]+/, '').trim();
      const day = readDay(bare, layout.dates) ?? inWords(bare);
      if (day !== null) return day;
    }
  }
  throw fileProblems.noDay({ word: layout.asOfWord });
}

/** A day with its month written out, which can be read in one way only. */
function inWords(text: string): BusinessDate | null {
  const day = /[a-z]{3}/i.test(text) ? parseDate(text) : null;
  return day?.ok ? day.value : null;
}

/** Lines end at the line of totals; what stands below it is signatures and notes. */
function splitRows(layout: FileLayout, rows: readonly FileRow[], table: FoundTable) {
  const columns = [...table.columns.values()];
  const word = layout.totals === null ? null : headingKey(layout.totals);
  const isTotals = (row: FileRow) =>
    word !== null && headingKey(row.cells.find((cell) => cell !== '') ?? '').startsWith(word);
  const end = rows.findIndex(isTotals);
  const lineRows = (end < 0 ? rows : rows.slice(0, end)).filter(
    (row) =>
      columns.some((column) => (row.cells[column] ?? '') !== '') &&
      !isNumberingRow({ number: row.number, cells: row.cells }),
  );
  return { lineRows, totalsRow: end < 0 ? undefined : rows[end] };
}

function readLine({ kind, layout, table }: Template, row: FileRow): ReadLine {
  const reading: Record<string, string | null> = {};
  let problem: Notice | null = null;
  for (const { field, title } of layout.columns) {
    const described = fileFields[kind][field];
    const column = table.columns.get(field);
    if (!described || column === undefined) continue;
    const text = (row.cells[column] ?? '').trim();
    if (text === '') {
      reading[field] = null;
      if (described.needed) problem ??= lineProblems.empty(title);
      continue;
    }
    const isNumber = row.notes?.[column] === 'number' || row.notes?.[column] === 'formula';
    const cell = readCell({ field, title, shape: described.shape, text, isNumber }, layout);
    reading[field] = cell.value;
    problem ??= cell.problem;
  }
  problem ??= contradictionOf(kind, reading);
  const parts = keyFields[kind].map((field) => reading[field] ?? null);
  const key = parts.includes(null) ? null : parts.join('|');
  return { line: row.number, key, reading, problem };
}

/** What no single cell shows. */
function contradictionOf(kind: IncomingKind, reading: Reading): Notice | null {
  const amount = (field: string) => BigInt(reading[field] ?? '0');
  if (kind === 'schedules' || kind === 'repayments') {
    const parts = amount('principal') + amount('interest') + amount('penalty');
    const total = reading.total ?? null;
    return total !== null && BigInt(total) !== parts ? lineProblems.doesNotAddUp() : null;
  }
  if (kind !== 'decisions') return null;
  if (reading.decision === 'refused') return reading.reason ? null : lineProblems.noReason();
  const asked = ['disbursedOn', 'principal', 'rate', 'installments'];
  const incomplete = Boolean(reading.loanNumber) && asked.some((field) => !reading[field]);
  return incomplete ? lineProblems.loanIncomplete() : null;
}

function markDuplicates(lines: readonly ReadLine[]): ReadLine[] {
  const times = new Map<string, number>();
  for (const { key } of lines) if (key !== null) times.set(key, (times.get(key) ?? 0) + 1);
  return lines.map((line) =>
    line.key !== null && (times.get(line.key) ?? 0) > 1
      ? { ...line, problem: line.problem ?? lineProblems.twice() }
      : line,
  );
}

function amountColumns(layout: FileLayout, kind: IncomingKind): FileLayout['columns'] {
  return layout.columns.filter(({ field }) => fileFields[kind][field]?.shape === 'amount');
}

function totalsOf(
  layout: FileLayout,
  kind: IncomingKind,
  lines: readonly ReadLine[],
): Record<string, bigint> {
  return Object.fromEntries(
    amountColumns(layout, kind).map(({ field }) => [
      field,
      sum(lines.map((line) => BigInt(line.reading[field] ?? '0'))),
    ]),
  );
}

/** Every amount in the line of totals must be the sum of its column; a column it leaves blank is not claimed. */
function assertTotals(
  { kind, layout, table }: Template,
  row: FileRow,
  totals: Readonly<Record<string, bigint>>,
): void {
  for (const { field, title } of amountColumns(layout, kind)) {
    const column = table.columns.get(field) ?? -1;
    const text = (row.cells[column] ?? '').trim();
    if (text === '' || headingKey(text).startsWith(headingKey(layout.totals ?? ''))) continue;
    const isNumber = row.notes?.[column] === 'number' || row.notes?.[column] === 'formula';
    const cell = readCell({ field, title, shape: 'amount', text, isNumber }, layout);
    const counted = totals[field] ?? 0n;
    const said = BigInt(cell.value ?? '0');
    if (cell.value === null || said !== counted) {
      throw fileProblems.totalsDiffer({ column: title, said, counted, digits: layout.digits });
    }
  }
}
