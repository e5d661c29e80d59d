import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';

/** The rule below; a changed rule gets the next number, so that an old plan can still be drawn again. */
export const visitRule = 1;

/** A business a plan may choose. */
export interface VisitCandidate {
  readonly businessId: string;
  readonly kecamatan: string;
  readonly kelurahan: string;
  /** The last visit made there; null when nobody has been. */
  readonly lastOn: BusinessDate | null;
  /** How often somebody has been there. */
  readonly times: number;
}

/**
 * Places by kecamatan: one each as long as there are enough, the rest in proportion to the businesses that may be
 * chosen (largest remainder). Where there are fewer places than kecamatan, those that have waited longest come first.
 *
 * @param count places to give, at most as many as there are candidates
 * @param rank the order of the draw: what a name weighs under the seed
 */
export function visitQuotas(
  candidates: readonly VisitCandidate[],
  count: number,
  rank: (name: string) => string,
): Map<string, number> {
  const areas = [...groupBy(candidates, (one) => one.kecamatan)].map(([code, there]) => ({
    code,
    size: there.length,
    oldest: there.reduce((oldest, one) => earlier(oldest, one.lastOn ?? ''), '9999-12-31'),
  }));
  areas.sort((a, b) => compare(a.oldest, b.oldest) || compare(rank(a.code), rank(b.code)));
  const quotas = new Map(areas.map(({ code }, index) => [code, index < count ? 1 : 0]));
  let left = Math.min(count, candidates.length) - Math.min(count, areas.length);
  if (left <= 0) return quotas;
  const spare = candidates.length - areas.length;
  const shares = areas.map(({ code, size }) => {
    const exact = left * (size - 1);
    return { code, whole: Math.floor(exact / spare), remainder: exact % spare };
  });
  for (const { code, whole } of shares) {
    quotas.set(code, (quotas.get(code) ?? 0) + whole);
    left -= whole;
  }
  shares.sort((a, b) => b.remainder - a.remainder || compare(rank(a.code), rank(b.code)));
  for (const { code } of shares.slice(0, left)) quotas.set(code, (quotas.get(code) ?? 0) + 1);
  return quotas;
}

/**
 * Chooses whom to visit: within each kecamatan's places, whoever has waited longest, first those where nobody has ever
 * been; among those of the same day whoever was visited less often, then the seed. So nobody is chosen twice before
 * everybody else of her kecamatan was once.
 *
 * @param rank what a name weighs under the seed, e.g. SHA-256 of seed and name in hexadecimal
 */
export function chooseVisits(
  candidates: readonly VisitCandidate[],
  count: number,
  rank: (name: string) => string,
): VisitCandidate[] {
  const quotas = visitQuotas(candidates, count, rank);
  return [...groupBy(candidates, (one) => one.kecamatan)].flatMap(([code, there]) =>
    there
      .map((one) => ({ one, rank: rank(one.businessId) }))
      .sort(
        (a, b) =>
          compare(a.one.lastOn ?? '', b.one.lastOn ?? '') ||
          a.one.times - b.one.times ||
          compare(a.rank, b.rank) ||
          compare(a.one.businessId, b.one.businessId),
      )
      .slice(0, quotas.get(code) ?? 0)
      .map(({ one }) => one),
  );
}

/** A chosen business and its day. */
export interface VisitOnDay {
  readonly businessId: string;
  readonly on: BusinessDate;
}

/**
 * Lays chosen visits over days, neighbours on the same day: by kecamatan and kelurahan in turn.
 *
 * @param days days with the places each still has, in order
 */
export function spreadVisits(
  chosen: readonly VisitCandidate[],
  days: readonly { on: BusinessDate; places: number }[],
): VisitOnDay[] {
  const slots = days.flatMap(({ on, places }) => Array<BusinessDate>(Math.max(0, places)).fill(on));
  return [...chosen]
    .sort(
      (a, b) =>
        compare(a.kelurahan, b.kelurahan) ||
        compare(a.kecamatan, b.kecamatan) ||
        compare(a.businessId, b.businessId),
    )
    .flatMap((one, index) => {
      const on = slots[index];
      return on === undefined ? [] : [{ businessId: one.businessId, on }];
    });
}

/** Monday to Friday of a week, from a day on. */
export function workdaysOf(monday: BusinessDate, from: BusinessDate): BusinessDate[] {
  return [0, 1, 2, 3, 4].map((day) => addDays(monday, day)).filter((day) => day >= from);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return new Map([...groups].sort(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
