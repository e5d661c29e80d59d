import { addMonths, monthName } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Lang } from '#kernel/words.ts';

/** `November 2026`, of any day of the month. */
export function monthInWords(day: BusinessDate, lang: Lang): string {
  return `${monthName(Number(day.slice(5, 7)), lang)} ${day.slice(0, 4)}`;
}

/** First days of the last months, newest first. */
export function lastMonths(today: BusinessDate, count: number): BusinessDate[] {
  const first = `${today.slice(0, 7)}-01`;
  return Array.from({ length: count }, (_, ago) => addMonths(first, -ago));
}
