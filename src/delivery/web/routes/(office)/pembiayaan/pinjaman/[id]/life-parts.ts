import type { LifeLine } from '#domains/lending/server/index.ts';

/** An entry under the number the statement gives it. */
export interface NumberedLine {
  readonly number: number;
  readonly line: LifeLine;
}

/** What is told as one: an entry alone, or the parts of a fee that is spread over the instalments. */
export type LifePart = readonly [NumberedLine, ...NumberedLine[]];

/** Entries newest first, with the parts of one fee, which were entered together and still stand, told as one. */
export function lifeParts(lines: readonly LifeLine[]): LifePart[] {
  const parts: [NumberedLine, ...NumberedLine[]][] = [];
  lines.forEach((line, index) => {
    const numbered = { number: lines.length - index, line };
    const last = parts.at(-1);
    if (last && isPartOfOneFee(last[0].line, line)) last.push(numbered);
    else parts.push([numbered]);
  });
  return parts;
}

function isPartOfOneFee(one: LifeLine, other: LifeLine): boolean {
  return (
    [one, other].every(
      ({ kind, reversed, dueOn }) => kind === 'fee' && !reversed && dueOn !== null,
    ) &&
    one.on === other.on &&
    one.reason === other.reason &&
    one.reason !== '' &&
    one.recordedAt?.getTime() === other.recordedAt?.getTime()
  );
}
