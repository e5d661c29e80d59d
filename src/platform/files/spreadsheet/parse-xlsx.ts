import type { SpreadsheetLimits } from './limits.ts';
import { readMergedRanges } from './merged-ranges.ts';
import { SheetParser } from './sheet-parser.ts';
import type { SheetBatch, SheetInfo } from './sheet-row.ts';
import { WorkbookArchive } from './workbook-archive.ts';
import { readWorkbook } from './workbook-parts.ts';

/** A batch and how far through the file it ends, from 0 to 1. */
export interface ParsedBatch extends SheetBatch {
  readonly share: number;
}

const rowsPerBatch = 500;

/** The rows of every sheet of an XLSX file, streamed: no more than one piece of a sheet is held at a time. */
export async function* parseXlsx(
  bytes: Buffer,
  limits: SpreadsheetLimits,
): AsyncGenerator<ParsedBatch> {
  const archive = await WorkbookArchive.open(bytes, limits);
  const workbook = await readWorkbook(archive, limits.cells);
  const total = workbook.sheets.reduce((sum, sheet) => sum + archive.unpackedSize(sheet.part), 0);
  const budget = { left: limits.cells };
  let read = 0;
  for (const sheet of workbook.sheets) {
    const info: SheetInfo = { index: sheet.index, name: sheet.name, hidden: sheet.hidden };
    const merges = await readMergedRanges(archive, sheet.part);
    const parser = new SheetParser({ workbook, sheet, merges, limits, budget });
    for await (const chunk of archive.text(sheet.part)) {
      read += chunk.length;
      parser.write(chunk);
      if (parser.pending >= rowsPerBatch) {
        yield { sheet: info, rows: parser.take(), share: Math.min(1, read / total) };
      }
    }
    parser.end();
    yield { sheet: info, rows: parser.take(), share: Math.min(1, read / Math.max(1, total)) };
  }
}
