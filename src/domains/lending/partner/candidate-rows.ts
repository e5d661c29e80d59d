import { codeOf } from '#domains/partners/file/write-codes.ts';
import { writeDay } from '#domains/partners/file/date-style.ts';
import { fileFields } from '#domains/partners/file/file-layout.ts';
import type { FileLayout } from '#domains/partners/file/file-layout.ts';
import { rescale, writeScaled } from '#kernel/scaled.ts';

/** What a candidate's line may say; null where it is not known. */
export type CandidateLine = Readonly<Record<string, string | number | bigint | null>>;

/** Lines in the lender's columns, order, dates, amounts and codes. Every cell is text, so that no digit is lost. */
export function candidateRows(layout: FileLayout, lines: readonly CandidateLine[]): string[][] {
  return lines.map((line) => layout.columns.map(({ field }) => cellOf(layout, field, line[field])));
}

function cellOf(
  layout: FileLayout,
  field: string,
  value: CandidateLine[string] | undefined,
): string {
  if (value === null || value === undefined) return '';
  const shape = fileFields.candidates[field]?.shape;
  if (shape === 'date') return writeDay(String(value), layout.dates);
  if (shape === 'amount') return writeScaled(rescale(BigInt(value), 0, layout.digits), layout);
  return shape === 'code' ? codeOf(layout, field, String(value)) : String(value);
}
