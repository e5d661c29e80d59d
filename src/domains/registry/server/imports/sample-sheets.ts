import { readSpreadsheet, type ReadOptions } from '#platform/files/spreadsheet/read-spreadsheet.ts';
import type { SheetInfo, SheetRow } from '#platform/files/spreadsheet/sheet-row.ts';
import { proposeMapping } from '../../import/column-mapping.ts';
import { dataRows, findTable, type SourceSheet } from '../../import/table-shape.ts';
import { PlaceIndex } from '../../place-matching.ts';

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

/** The visible sheets on which a column of names is found: those people can be registered from, in order. */
export async function importableSheets(bytes: Uint8Array): Promise<string[]> {
  const nowhere = new PlaceIndex([]);
  return (await sampleSheets(bytes, {})).flatMap(({ name, hidden, rows }) => {
    const shape = hidden ? undefined : findTable(rows);
    if (shape === undefined) return [];
    const { mapping } = proposeMapping(shape, dataRows(rows, shape), nowhere);
    return mapping.name === undefined ? [] : [name];
  });
}
