import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { neutralText } from './neutral-text.ts';
import type { ColumnKind, OutputSheet, OutputValue } from './table-output.ts';

export interface OutputWorkbook {
  readonly sheets: readonly OutputSheet[];
}

/** One object a kind, shared by all its cells: the writer knows it again instead of working out each cell's style. */
const styles: Readonly<Record<ColumnKind, { readonly numFmt: string }>> = {
  text: { numFmt: '@' },
  number: { numFmt: '#,##0.##' },
  rupiah: { numFmt: '"Rp" #,##0' },
  date: { numFmt: 'd mmm yyyy' },
};

/** A number beyond this would lose digits in a spreadsheet cell, so it is written as text. */
const exactLimit = 999_999_999_999_999n;

/**
 * The workbook as a stream of XLSX bytes; rows are taken from their source as the stream is read. Texts that could run
 * as formulas are neutralised, and no formula is ever written.
 */
export function streamSpreadsheet(workbook: OutputWorkbook): Readable {
  const out = new PassThrough();
  fill(out, workbook).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

/** The same, whole. */
export async function writeSpreadsheet(workbook: OutputWorkbook): Promise<Buffer> {
  return buffer(streamSpreadsheet(workbook));
}

async function fill(out: PassThrough, workbook: OutputWorkbook): Promise<void> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  for (const sheet of workbook.sheets) {
    const prefaceRows = sheet.preface === undefined ? 0 : sheet.preface.length + 1;
    const page = writer.addWorksheet(sheetName(sheet.name), {
      views: [{ state: 'frozen', ySplit: prefaceRows + 1 }],
    });
    page.columns = sheet.columns.map(({ title, width, kind = 'text' }) => ({
      width: width ?? Math.max(12, title.length + 2),
      style: styles[kind],
    }));
    for (const line of sheet.preface ?? []) page.addRow([neutralText(line)]).commit();
    if (prefaceRows > 0) page.addRow([]).commit();
    const head = page.addRow(sheet.columns.map(({ title }) => neutralText(title)));
    head.font = { bold: true };
    head.commit();
    for await (const row of sheet.rows) {
      const kinds = row.map((_, at) => sheet.columns[at]?.kind ?? 'text');
      const line = page.addRow(row.map((value, at) => cell(value, kinds[at] ?? 'text')));
      for (const [at, kind] of kinds.entries()) line.getCell(at + 1).style = styles[kind];
      line.commit();
    }
    page.commit();
  }
  await writer.commit();
}

function cell(value: OutputValue, kind: ColumnKind): string | number | Date | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') {
    const exact = value <= exactLimit && value >= -exactLimit;
    return exact ? Number(value) : String(value);
  }
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`);
  if ((kind === 'number' || kind === 'rupiah') && /^-?\d{1,15}$/.test(value)) return Number(value);
  return neutralText(value);
}

/** Excel refuses these characters and more than 31 of any. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Data'
  );
}
