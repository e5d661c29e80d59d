import { codeOf } from '#domains/partners/file/write-codes.ts';
import { writeDay } from '#domains/partners/file/date-style.ts';
import { fileFields } from '#domains/partners/file/file-layout.ts';
import type { FileKind, FileLayout } from '#domains/partners/file/file-layout.ts';
import { rescale, writeScaled } from '#kernel/scaled.ts';

/** What a line of a lender's file may say, amounts in whole rupiah; null where it is not known. */
export type FileLine = Readonly<Record<string, string | number | bigint | null>>;

/** Lines in the lender's columns, order, dates, amounts and codes. Every cell is text, so that no digit is lost. */
export function fileRows(
  kind: FileKind,
  layout: FileLayout,
  lines: readonly FileLine[],
): string[][] {
  return lines.map((line) =>
    layout.columns.map(({ field }) => cellOf({ kind, layout, field }, line[field])),
  );
}

function cellOf(
  of: { kind: FileKind; layout: FileLayout; field: string },
  value: FileLine[string] | undefined,
): string {
  if (value === null || value === undefined) return '';
  const { layout, field } = of;
  switch (fileFields[of.kind][field]?.shape) {
    case 'date':
      return writeDay(String(value), layout.dates);
    case 'amount':
      return writeScaled(rescale(BigInt(value), 0, layout.digits), layout);
    case 'percent':
      return String(value).replace('.', layout.decimal);
    case 'code':
      return codeOf(layout, field, String(value));
    case 'text':
    case 'whole':
    case undefined:
      return String(value);
  }
}
