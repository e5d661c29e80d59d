import { headingKey } from './file-layout.ts';
import type { FileLayout } from './file-layout.ts';
import { fileProblems } from './file-problems.ts';

/** One row as the spreadsheet reader gives it; `notes` by column index. */
export interface FileRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly notes?: Readonly<Record<number, string>> | undefined;
}

/** Where a file keeps its table: the rows above it, the column of every field, the first row below the headings. */
export interface FoundTable {
  readonly preface: readonly FileRow[];
  /** Column index by field. */
  readonly columns: ReadonlyMap<string, number>;
  /** Index into the rows, not a row number. */
  readonly firstLine: number;
}

/** A table begins within the first rows of a file. */
export const rowsLookedAt = 40;
const tallestHeading = 3;

/**
 * Finds the heading by the template's titles, below any title block, of up to three rows with merged cells.
 *
 * @throws Refusal `partners.columns-missing` naming every title that is not there
 */
export function findColumns(layout: FileLayout, rows: readonly FileRow[]): FoundTable {
  let best: { found: Map<string, number>; at: number; height: number } | null = null;
  const last = Math.min(rows.length, rowsLookedAt);
  for (let at = 0; at < last; at += 1) {
    for (let height = 1; height <= tallestHeading && at + height <= rows.length; height += 1) {
      const found = columnsIn(layout, rows.slice(at, at + height));
      if (best === null || found.size > best.found.size) best = { found, at, height };
    }
  }
  const missing = layout.columns.filter((column) => !best?.found.has(column.field));
  if (best === null || missing.length > 0) {
    throw fileProblems.columnsMissing({ titles: missing.map((column) => column.title) });
  }
  return {
    preface: rows.slice(0, best.at),
    columns: best.found,
    firstLine: best.at + best.height,
  };
}

function columnsIn(layout: FileLayout, heading: readonly FileRow[]): Map<string, number> {
  const keys = titlesOf(heading).map(headingKey);
  const found = new Map<string, number>();
  for (const { field, title } of layout.columns) {
    const at = keys.indexOf(headingKey(title));
    if (at >= 0) found.set(field, at);
  }
  return found;
}

/** One title a column: the texts above each other joined, those a merged cell repeats said once. */
function titlesOf(heading: readonly FileRow[]): string[] {
  const width = Math.max(...heading.map((row) => row.cells.length));
  const levels = heading.map((row, level) => inherited(row, heading.slice(level + 1), width));
  return Array.from({ length: width }, (_, column) => {
    const parts = levels.map((texts) => (texts[column] ?? '').replace(/\s+/g, ' ').trim());
    return [...new Set(parts.filter(Boolean))].join(' · ');
  });
}

/** A blank above a child heading stands for the parent to its left, as a merged cell saved to CSV leaves it. */
function inherited(row: FileRow, below: readonly FileRow[], width: number): string[] {
  let parent = '';
  return Array.from({ length: width }, (_, column) => {
    const own = row.cells[column] ?? '';
    const hasChild = below.some((child) => (child.cells[column] ?? '') !== '');
    parent = own !== '' ? own : hasChild ? parent : '';
    return parent;
  });
}
