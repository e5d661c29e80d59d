import ExcelJS from 'exceljs';
import { fileLayoutInput } from '#domains/partners/file/file-layout.ts';
import type { FileKind } from '#domains/partners/file/file-layout.ts';
import { writeDay } from '#domains/partners/file/date-style.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { writeScaled } from '#kernel/scaled.ts';
import { defaultLimits } from '#platform/files/spreadsheet/limits.ts';
import { parseSpreadsheet } from '#platform/files/spreadsheet/parse-spreadsheet.ts';
import { demoTemplate } from './partner-templates.ts';

/** One line of a demo file: days as dates, amounts in the smallest unit. */
export type DemoFileLine = Readonly<Record<string, string | number | bigint | null>>;

export interface DemoFile {
  readonly lender: 'bank' | 'bpr';
  readonly kind: FileKind;
  readonly asOf: BusinessDate;
  readonly lines: readonly DemoFileLine[];
}

const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** The bank's CSV: a title block, one heading, cents with a decimal comma, a line of totals, signatures below it. */
export function bankCsv({ kind, asOf, lines }: DemoFile): Buffer {
  const layout = fileLayoutInput.parse(demoTemplate('bank', kind));
  const cell = (value: DemoFileLine[string] | undefined) => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'bigint') return writeScaled(value, layout, true);
    return isDay(value) ? writeDay(String(value), layout.dates) : String(value);
  };
  const sumOf = (field: string) =>
    lines.reduce((total, line) => total + BigInt(line[field] ?? 0), 0n);
  const totals = layout.columns.map(({ field }, at) =>
    at === 0 ? 'TOTAL' : typeof lines[0]?.[field] === 'bigint' ? cell(sumOf(field)) : '',
  );
  const rows = [
    ['PT BANK BATANGHARI RAYA'],
    ['Cabang Jambi'],
    [`Posisi : ${writeDay(asOf, layout.dates)}`],
    [],
    layout.columns.map(({ title }) => title),
    ...lines.map((line) => layout.columns.map(({ field }) => cell(line[field]))),
    ...(layout.totals === null ? [] : [totals, [], ['Jambi', 'Kepala Cabang']]),
  ];
  return Buffer.from(rows.map((row) => row.join(';')).join('\r\n'));
}

/** The BPR's workbook: a merged title, headings in two rows with merged cells, numbers as numbers. */
export async function bprWorkbook({ kind, asOf, lines }: DemoFile): Promise<Buffer> {
  const layout = fileLayoutInput.parse(demoTemplate('bpr', kind));
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Data');
  const width = layout.columns.length;
  sheet.addRow(['PT BPR Sekoja Mandiri']);
  sheet.mergeCells(1, 1, 1, width);
  sheet.addRow([`Posisi ${writeDay(asOf, layout.dates)}`]);
  sheet.addRow([]);
  const parts = layout.columns.map(({ title }) => title.split(' · '));
  sheet.addRow(parts.map(([parent]) => parent));
  sheet.addRow(parts.map(([parent, child]) => child ?? parent));
  mergeHeadings(sheet, parts);
  for (const line of lines) {
    sheet.addRow(
      layout.columns.map(({ field }) => {
        const value = line[field] ?? null;
        if (typeof value === 'bigint') return Number(value);
        return isDay(value) ? writeDay(String(value), layout.dates) : value;
      }),
    );
  }
  if (layout.totals !== null) {
    const sumOf = (field: string) =>
      lines.reduce((total, line) => total + Number(line[field] ?? 0), 0);
    sheet.addRow(
      layout.columns.map(({ field }, at) =>
        at === 0 ? layout.totals : typeof lines[0]?.[field] === 'bigint' ? sumOf(field) : null,
      ),
    );
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Rows 4 and 5: a heading without a child spans both, neighbours with one parent share it. */
function mergeHeadings(sheet: ExcelJS.Worksheet, parts: readonly string[][]): void {
  parts.forEach(([parent, child], at) => {
    if (child === undefined) sheet.mergeCells(4, at + 1, 5, at + 1);
    else if (parts[at - 1]?.[0] !== parent) {
      const last = parts.findLastIndex(([other]) => other === parent);
      if (last > at) sheet.mergeCells(4, at + 1, 4, last + 1);
    }
  });
}

/** The rows of a file as the product reads them. Small files: in this very thread. */
export async function rowsOfFile(bytes: Buffer) {
  const rows: { number: number; cells: string[]; notes?: Record<string, string> }[] = [];
  for await (const batch of parseSpreadsheet(bytes, defaultLimits)) {
    for (const { number, cells, notes } of batch.rows) {
      rows.push({ number, cells: [...cells], ...(notes && { notes: { ...notes } }) });
    }
  }
  return rows;
}
