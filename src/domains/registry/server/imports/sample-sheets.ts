import { readSpreadsheet, type ReadOptions } from '#platform/files/spreadsheet/read-spreadsheet.ts';
import type { SheetInfo, SheetRow } from '#platform/files/spreadsheet/sheet-row.ts';
import type { SourceSheet } from '../../import/table-shape.ts';

/** Rows of each sheet kept for finding its table and telling its columns. */
const sampledRows = 400;

/** The first rows of every sheet and how many there are, without holding the file's rows all at once. */
export async function sampleSheets(
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<SourceSheet[]> {
  const sheets: (SheetInfo & { rows: SheetRow[]; rowCount: number })[] = [];
  for await (const { sheet, rows } of readSpreadsheet({ bytes }, options)) {
    if (sheets.at(-1)?.index !== sheet.index) sheets.push({ ...sheet, rows: [], rowCount: 0 });
    const current = sheets.at(-1)!;
    current.rowCount += rows.length;
    current.rows.push(...rows.slice(0, sampledRows - current.rows.length));
  }
  return sheets;
}
