import { formatDate } from '#kernel/date.ts';
import { formatScaled } from '#kernel/scaled.ts';
import type { Lang } from '#kernel/words.ts';

type Side = Readonly<Record<string, string>>;

/** One book's side of a line: principal, interest, the grade and its days; the due date where the books disagree on it. */
export function bookLines(
  side: Side,
  row: { readonly digits: number; readonly theirs: Side; readonly ours: Side },
  lang: Lang,
): string[] {
  const days = lang === 'id' ? 'hari' : 'days';
  const signs = lang === 'id' ? ['pokok', 'bunga'] : ['principal', 'interest'];
  const amounts = [side.principal, side.interest].flatMap((amount, at) =>
    amount === undefined
      ? []
      : [
          `${formatScaled(BigInt(amount), row.digits, lang)} ${side.interest === undefined ? '' : signs[at]}`.trim(),
        ],
  );
  const moved = row.theirs.dueOn !== row.ours.dueOn;
  const lines = [
    ...(side.grade === undefined ? [] : [side.grade]),
    ...(side.daysLate === undefined ? [] : [`${side.daysLate} ${days}`]),
    ...amounts,
    ...(side.dueOn !== undefined && moved ? [formatDate(side.dueOn, lang)] : []),
  ];
  return lines.length === 0 ? ['—'] : lines;
}

/** The same on one line, for a file. */
export function bookText(
  side: Side,
  row: { readonly digits: number; readonly theirs: Side; readonly ours: Side },
  lang: Lang,
): string {
  return bookLines(side, row, lang).join(' · ');
}
