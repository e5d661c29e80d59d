import type { Words } from '#kernel/words.ts';
import { addQuarters, sayQuarter } from './quarter.ts';
import type { Quarter } from './quarter.ts';

/** Aid and empowerment are usually for deciles 1 to 4 (DTSEN, Inpres 4/2025). */
export const poorDeciles = 4;

/**
 * Quarters somebody still counts by her last decile after a whole list no longer names her: programmes must not drop a
 * family overnight because a list did. A rule of this programme; the law gives no number.
 */
export const graceQuarters = 2;

/** What a list last said of somebody. */
export interface LastDecile {
  readonly decile: number;
  readonly quarter: Quarter;
}

/**
 * Whether what was last said still holds: `current` while no later whole list leaves her out, `grace` for some quarters
 * after one does, `dropped` from then on.
 */
export interface WelfareStanding extends LastDecile {
  readonly state: 'current' | 'grace' | 'dropped';
  /** The last quarter she counts by it; null while she is on the list. */
  readonly until: Quarter | null;
}

/** @param latestWhole the newest quarter of which the whole city's list is here; null where none is */
export function standingOf(
  last: LastDecile | null,
  latestWhole: Quarter | null,
): WelfareStanding | null {
  if (!last) return null;
  const { decile, quarter } = last;
  if (latestWhole === null || latestWhole <= quarter)
    return { decile, quarter, state: 'current', until: null };
  const until = addQuarters(quarter, graceQuarters);
  return { decile, quarter, state: latestWhole <= until ? 'grace' : 'dropped', until };
}

/** The oldest quarter whose deciles still count, current or within the grace. */
export function oldestCounting(latestWhole: Quarter | null): Quarter | null {
  return latestWhole === null ? null : addQuarters(latestWhole, -graceQuarters);
}

export const standingStates = {
  current: { id: 'berlaku', en: 'holds' },
  grace: { id: 'masa tenggang', en: 'grace period' },
  dropped: { id: 'sudah keluar dari daftar', en: 'no longer on the list' },
} as const satisfies Record<WelfareStanding['state'], Words>;

export function sayStanding({ decile, quarter, state, until }: WelfareStanding): Words {
  const at = sayQuarter(quarter);
  const base = { id: `Desil ${decile}, ${at.id}`, en: `Decile ${decile}, ${at.en}` };
  if (state === 'current' || until === null) return base;
  const end = sayQuarter(until);
  return state === 'grace'
    ? {
        id: `${base.id}; tidak ada di daftar terbaru, masih dihitung sampai ${end.id}`,
        en: `${base.en}; not on the newest list, still counts until ${end.en}`,
      }
    : {
        id: `${base.id}; keluar dari daftar dan tidak dihitung lagi sejak ${end.id} berakhir`,
        en: `${base.en}; off the list and not counted since the end of ${end.en}`,
      };
}
