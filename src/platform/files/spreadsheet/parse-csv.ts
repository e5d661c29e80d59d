import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { SpreadsheetFault } from './fault.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { plainText } from './neutral-text.ts';
import type { ParsedBatch } from './parse-xlsx.ts';
import type { SheetRow } from './sheet-row.ts';
import { utf16Flavour } from './sniff.ts';

const rowsPerBatch = 500;
const delimiters = [';', ',', '\t', '|'] as const;

/** UTF-8 with or without mark, UTF-16, else Windows-1252, which reads any byte. */
export function decodeText(bytes: Buffer): string {
  const utf16 = utf16Flavour(bytes.subarray(0, 4096));
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * The delimiter by which most of the first lines fall into the same number of columns, more than one. Quoted text is
 * left out of the count, so `"Rp 1,5 juta"` does not vote for the comma.
 */
export function detectDelimiter(text: string): string {
  const declared = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (declared !== undefined) return declared;
  const lines = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    for (const [count, times] of counts) {
      const score = times * times * Math.min(count, 8);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}

/** The rows of a CSV or TSV file as one sheet; columns may differ from row to row. */
export async function* parseCsv(
  bytes: Buffer,
  limits: SpreadsheetLimits,
): AsyncGenerator<ParsedBatch> {
  const text = decodeText(bytes);
  const sheet = { index: 0, name: 'CSV', hidden: false };
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      delimiter: detectDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      bom: true,
      max_record_size: 1_000_000,
    }),
  );
  let rows: SheetRow[] = [];
  const state = { number: 0, rows: 0, cells: 0 };
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const row = readRecord(record, state, limits);
      if (row !== undefined) rows.push(row);
      if (rows.length >= rowsPerBatch) {
        yield { sheet, rows, share: Math.min(1, parser.info.bytes / bytes.length) };
        rows = [];
      }
    }
  } catch (error) {
    if (error instanceof SpreadsheetFault) throw error;
    throw new SpreadsheetFault({ name: 'damaged', details: { part: `CSV, ${state.number + 1}` } });
  }
  yield { sheet, rows, share: 1 };
}

function* pieces(text: string): Generator<string> {
  const start = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  for (let at = start; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}

function readRecord(
  record: readonly string[],
  state: { number: number; rows: number; cells: number },
  limits: SpreadsheetLimits,
): SheetRow | undefined {
  state.number++;
  const cells = record.map((text) => plainText(text.trim()));
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
  if (cells.length === 0) return undefined;
  if (cells.length > limits.columns) {
    throw new SpreadsheetFault({
      name: 'tooManyColumns',
      details: { sheet: 'CSV', row: state.number, limit: limits.columns },
    });
  }
  if (++state.rows > limits.rows) {
    throw new SpreadsheetFault({
      name: 'tooManyRows',
      details: { sheet: 'CSV', limit: limits.rows },
    });
  }
  state.cells += cells.length;
  if (state.cells > limits.cells) {
    throw new SpreadsheetFault({ name: 'tooManyCells', details: { limit: limits.cells } });
  }
  return { number: state.number, cells };
}
