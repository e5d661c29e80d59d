import { Readable } from 'node:stream';
import { csvLines } from '#platform/files/spreadsheet/write-csv.ts';
import type { CsvOptions } from '#platform/files/spreadsheet/write-csv.ts';
import type { OutputSheet } from '#platform/files/spreadsheet/table-output.ts';
import { streamSpreadsheet } from '#platform/files/spreadsheet/write-spreadsheet.ts';

export type DownloadFormat = 'csv' | 'xlsx';

const types: Record<DownloadFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** `?format=xlsx` or CSV, as the buttons of a list ask for it. */
export function downloadFormat(url: URL): DownloadFormat {
  return url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv';
}

/** A table as a file, sent while it is being written. The sheet's name becomes the file's unless that has its own. */
export function downloadSheet(
  format: DownloadFormat,
  sheet: OutputSheet,
  options: CsvOptions & { readonly fileName?: string } = {},
): Response {
  const bytes =
    format === 'xlsx'
      ? streamSpreadsheet({ sheets: [sheet] })
      : // Bytes, not texts: a response counts the length of what it sends.
        Readable.from(csvLines(sheet, options), { objectMode: false });
  const name = `${options.fileName ?? sheet.name}.${format}`;
  return downloadStream(bytes, { name, type: types[format] });
}

/** Any file as an attachment, e.g. a PDF. The name is written so that every browser and language keeps it. */
export function downloadStream(
  bytes: Readable,
  file: { name: string; type: string; inline?: boolean },
): Response {
  const plain = file.name.replace(/[^\w.-]+/g, '-');
  const disposition = file.inline ? 'inline' : 'attachment';
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      'content-type': file.type,
      'content-disposition': `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
    },
  });
}
