/** How a row of a list was found to be about somebody. */
export type MatchMethod = 'nik' | 'name-birth' | 'family-card' | 'chosen';

/** Whom a row of a list may be about, by what the row and the register say. */
export interface RowFindings {
  /** Who has this NIK. */
  readonly nik: string | null;
  /** Who has this name and was born that day; `otherNik` where both have a NIK and they differ. */
  readonly births: readonly { readonly id: string; readonly otherNik: boolean }[];
  /** Who is of this family card; `named` where the name is the row's. */
  readonly family: readonly { readonly id: string; readonly named: boolean }[];
  /** Who has this name and lives in that kelurahan. */
  readonly neighbours: readonly string[];
}

export type RowMatch =
  | { readonly outcome: 'matched'; readonly method: MatchMethod; readonly personId: string }
  | { readonly outcome: 'review'; readonly candidates: readonly string[] }
  | { readonly outcome: 'unmatched' };

/**
 * Decides whom a row of a list is about: by NIK, then by name and day of birth where that is one person and no NIK says
 * otherwise, then by the family card. What is only likely is for a person to look at; a decile given to a stranger is
 * worse than one not given.
 *
 * @param aboutFamily a row speaks of the whole family, so anybody of its card may stand for it
 */
export function matchListRow(found: RowFindings, aboutFamily: boolean): RowMatch {
  if (found.nik !== null) return { outcome: 'matched', method: 'nik', personId: found.nik };
  const [birth, ...others] = found.births;
  if (birth && others.length === 0 && !birth.otherNik)
    return { outcome: 'matched', method: 'name-birth', personId: birth.id };
  const named =
    found.family.find((one) => one.named) ?? (aboutFamily ? found.family[0] : undefined);
  if (named) return { outcome: 'matched', method: 'family-card', personId: named.id };
  const candidates = [...new Set([...found.births.map((one) => one.id), ...found.neighbours])];
  return candidates.length > 0
    ? { outcome: 'review', candidates: candidates.slice(0, 8) }
    : { outcome: 'unmatched' };
}
