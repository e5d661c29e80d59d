import { formatDate } from '#kernel/date.ts';
import { formatScaled } from '#kernel/scaled.ts';
import type { Lang } from '#kernel/words.ts';

/** One book's side of a line: principal and interest with a plus, the grade, or the due date where that is all. */
export function bookText(
  side: Readonly<Record<string, string>>,
  digits: number,
  lang: Lang,
): string {
  if (side.grade !== undefined || side.daysLate !== undefined) {
    const days = lang === 'id' ? 'hari' : 'days';
    return [side.grade, side.daysLate === undefined ? undefined : `${side.daysLate} ${days}`]
      .filter((part) => part !== undefined)
      .join(' · ');
  }
  const amounts = [side.principal, side.interest].flatMap((amount) =>
    amount === undefined ? [] : [formatScaled(BigInt(amount), digits, lang)],
  );
  if (amounts.length === 0) return '—';
  const due = side.dueOn === undefined ? '' : ` · ${formatDate(side.dueOn, lang)}`;
  return `${amounts.join(' + ')}${due}`;
}
