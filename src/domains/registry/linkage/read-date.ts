import { parseDate } from '#kernel/date.ts';

/** Which of two numbers comes first in dates of one column. */
export type DateOrder = 'day-first' | 'month-first';

const twoAndYear = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;
const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?:[T ].*)?$/;

/** Day first, as here, unless the column has dates that only make sense month first and none that only make sense day first. */
export function dateOrderOf(texts: Iterable<string>): DateOrder {
  let [dayFirst, monthFirst] = [0, 0];
  for (const text of texts) {
    const found = twoAndYear.exec(text.trim());
    if (!found) continue;
    if (Number(found[1]) > 12) dayFirst++;
    else if (Number(found[2]) > 12) monthFirst++;
  }
  return monthFirst > dayFirst ? 'month-first' : 'day-first';
}

/**
 * A birth date as the number yyyymmdd, with 0 for a part that is not known (`1945` → 19450000); 0 when it cannot be read.
 * Days that do not exist (31 February) are kept: they were typed, and may be typed so twice.
 */
export function readDate(text: string, order: DateOrder): number {
  const clean = text.trim();
  const first = yearFirst.exec(clean);
  if (first) return joined(Number(first[1]), Number(first[2]), Number(first[3]));
  const parts = twoAndYear.exec(clean);
  if (parts) {
    const [one, two] = [Number(parts[1]), Number(parts[2])];
    const year = fullYear(Number(parts[3]), parts[3]!.length);
    return order === 'day-first' ? joined(year, two, one) : joined(year, one, two);
  }
  if (/^(1[89]|20)\d\d$/.test(clean)) return Number(clean) * 10_000;
  const month = /^((?:1[5-9]|20)\d\d)-(\d\d)$/.exec(clean);
  if (month) return joined(Number(month[1]), Number(month[2]), 0);
  const read = parseDate(clean);
  return read.ok ? Number(read.value.replace(/-/g, '')) : 0;
}

function fullYear(year: number, digits: number): number {
  if (digits === 4) return year;
  return year > 26 ? 1900 + year : 2000 + year;
}

function joined(year: number, month: number, day: number): number {
  // Day and month the wrong way round show themselves where a month cannot be.
  if (month > 12 && day <= 12) return joined(year, day, month);
  return month > 12 || day > 31 ? 0 : year * 10_000 + month * 100 + day;
}
