import type { IndicatorRow, RowColumn } from '#domains/reporting/row-column.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah, groupDigits } from '#kernel/money.ts';
import type { Lang } from '#kernel/words.ts';

/** One cell as people read it; a dash where there is nothing. */
export function cellText(row: IndicatorRow, column: RowColumn, lang: Lang): string {
  const value = row[column.key] ?? null;
  if (value === null || value === '') return '–';
  if (column.kind === 'word') return column.words?.[String(value)]?.[lang] ?? String(value);
  if (column.kind === 'date') return formatDate(String(value), lang);
  if (column.kind === 'rupiah' && typeof value !== 'string')
    return formatRupiah(BigInt(value), lang);
  if (column.kind === 'number' && typeof value !== 'string') return groupDigits(value, lang);
  return String(value);
}
