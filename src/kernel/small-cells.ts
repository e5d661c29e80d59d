/** Counts of one to four are not published: behind them somebody can be recognised (UU 14/2008; domain.md §6.2). */
const leastPublished = 5;

/** Whether so few people could be recognised behind a count. Nought is nobody. */
export function isSmall(count: number): boolean {
  return count > 0 && count < leastPublished;
}

/**
 * Counts as they may be published beside their total: small ones are left out, and beside them always one that is not
 * small, so that none can be worked out from the total: of several ones and fours left out alone, the sum would tell each.
 *
 * @param hide places to be left out for another reason, such as a small remainder
 */
export function protectCells(
  counts: readonly number[],
  hide: readonly boolean[] = [],
): (number | null)[] {
  const hidden = counts.map((count, at) => isSmall(count) || hide[at] === true);
  if (!hidden.includes(true)) return [...counts];
  // The smallest that is large enough says least, and all that are equal to it, or the choice among them would tell.
  const open = counts.filter((_, at) => !hidden[at]);
  const large = open.filter((count) => count > 0);
  const next = large.length > 0 ? Math.min(...large) : 0;
  return counts.map((count, at) => (hidden[at] || count === next ? null : count));
}

/** A count of an area and the part of it that is told: families and the poor of them, businesses and those reached. */
export interface Part {
  readonly whole: number;
  readonly part: number;
}

/**
 * Parts and wholes as they may be published in columns beside their totals: a part is left out also where what is left of
 * its whole is small, for both stand side by side and one is the other's remainder.
 */
export function protectParts(
  rows: readonly Part[],
): { whole: number | null; part: number | null }[] {
  const wholes = protectCells(rows.map((row) => row.whole));
  const parts = protectCells(
    rows.map((row) => row.part),
    rows.map(({ whole, part }) => isSmall(whole) || isSmall(whole - part)),
  );
  return rows.map((_, at) => ({ whole: wholes[at] ?? null, part: parts[at] ?? null }));
}
