import { neutralText } from './neutral-text.ts';
import type { OutputSheet, OutputValue } from './table-output.ts';

export interface CsvOptions {
  /** Excel in Indonesian settings expects the semicolon, which is therefore the default. */
  readonly delimiter?: ',' | ';' | '\t' | '|';
}

/** One table as CSV lines with a byte-order mark, so Excel reads it as UTF-8. Nothing in it can run as a formula. */
export async function* csvLines(
  sheet: Pick<OutputSheet, 'columns' | 'rows'>,
  { delimiter = ';' }: CsvOptions = {},
): AsyncGenerator<string> {
  const line = (values: readonly OutputValue[]) =>
    `${values.map((value) => field(value, delimiter)).join(delimiter)}\r\n`;
  yield `\ufeff${line(sheet.columns.map((column) => column.title))}`;
  for await (const row of sheet.rows) yield line(row);
}

/** The same, whole. */
export async function writeCsv(
  sheet: Pick<OutputSheet, 'columns' | 'rows'>,
  options?: CsvOptions,
): Promise<string> {
  let text = '';
  for await (const line of csvLines(sheet, options)) text += line;
  return text;
}

function field(value: OutputValue, delimiter: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = neutralText(value);
  const quote = text.includes(delimiter) || /["\r\n,;\t|]/.test(text) || text !== text.trim();
  return quote ? `"${text.replaceAll('"', '""')}"` : text;
}
