/** Counts below this are not published: behind them somebody can be recognised (UU 14/2008). */
export const leastPublished = 5;

/**
 * Counts as they may be published beside their total: one to four are left out, and where that would leave a single one
 * to be worked out from the total, the next smallest is left out as well. Nought says nothing of anybody and stays.
 */
export function protectCells(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(
    counts.flatMap((count, at) => (count > 0 && count < leastPublished ? [at] : [])),
  );
  if (hidden.size === 1) {
    const others = counts
      .map((count, at) => ({ count, at }))
      .filter(({ count, at }) => count > 0 && !hidden.has(at));
    const next = others.toSorted((one, other) => one.count - other.count)[0];
    if (next) hidden.add(next.at);
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}
