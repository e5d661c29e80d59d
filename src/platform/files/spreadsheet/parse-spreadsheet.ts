import { SpreadsheetFault } from './fault.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { parseCsv } from './parse-csv.ts';
import { parseXlsx, type ParsedBatch } from './parse-xlsx.ts';
import { sniffFormat } from './sniff.ts';

/** Parses a file in this very thread; `readSpreadsheet` gives it one of its own, with a clock. Throws a `SpreadsheetFault`. */
export async function* parseSpreadsheet(
  bytes: Buffer,
  limits: SpreadsheetLimits,
): AsyncGenerator<ParsedBatch> {
  if (bytes.length > limits.bytes) {
    throw new SpreadsheetFault({
      name: 'tooBig',
      details: { bytes: bytes.length, limit: limits.bytes },
    });
  }
  const batches = sniffFormat(bytes) === 'xlsx' ? parseXlsx : parseCsv;
  let rows = 0;
  for await (const batch of batches(bytes, limits)) {
    if (batch.rows.length === 0) continue;
    rows += batch.rows.length;
    yield batch;
  }
  if (rows === 0) throw new SpreadsheetFault({ name: 'noRows', details: {} });
}
