import {
  alike,
  PersonIndex,
  type KnownPerson,
  type ReviewWhy,
  type MatchWhy,
  type RowTraits,
} from '../import/person-index.ts';
import { saysTheSame, type ProfileValues, type SubjectKind } from './profile-fields.ts';

export type PairWhy = ReviewWhy | Exclude<MatchWhy, 'nik'>;

/** Who somebody found in the field is. */
export type WhoSheIs =
  /** Here already, by the same NIK under a name that may be hers. */
  | { readonly kind: 'same'; readonly known: KnownPerson }
  /** New until a person says otherwise: somebody here looks like her. */
  | { readonly kind: 'review'; readonly near: readonly { known: KnownPerson; why: PairWhy }[] }
  | { readonly kind: 'new' };

/** More look-alikes than this tell a reviewer nothing. */
const mostNear = 5;

/**
 * Only the same NIK is certain enough to join what was written down far from any desk. Everything the import would call
 * the same, and everything it would put to review, becomes a pair that a person decides.
 */
export function decideWhoSheIs(given: RowTraits, people: readonly KnownPerson[]): WhoSheIs {
  const holder = people.find(
    (known) => given.nik !== null && known.nik === given.nik && alike(given.nameKey, known.nameKey),
  );
  if (holder) return { kind: 'same', known: holder };
  const near = people.flatMap((known) => {
    const index = new PersonIndex();
    index.add(known);
    const match = index.match(given);
    return match.kind === 'new' || match.why === 'nik' ? [] : [{ known, why: match.why }];
  });
  return near.length === 0 ? { kind: 'new' } : { kind: 'review', near: near.slice(0, mostNear) };
}

/** A field somebody gave another value. */
export interface FieldChange {
  readonly field: string;
  /** What stood there, or what the author saw there. */
  readonly base: string | null;
  readonly value: string;
}

/** What a second reading of a profile adds, and where it says something else. What was not asked changes nothing. */
export function compareProfile(
  kind: SubjectKind,
  standing: ProfileValues,
  given: ProfileValues,
): { fills: FieldChange[]; differs: FieldChange[] } {
  const fills: FieldChange[] = [];
  const differs: FieldChange[] = [];
  for (const [field, value] of Object.entries(given)) {
    const base = standing[field] ?? null;
    if (value === null || saysTheSame(kind, field, [base, value])) continue;
    (base === null ? fills : differs).push({ field, base, value });
  }
  return { fills, differs };
}

/** What becomes of a correction: the value an author saw is the version she wrote against. */
export type CorrectionFate = 'applied' | 'same' | 'proposed';

/**
 * Two people may correct one field without knowing of each other: what stands by then stays, the later value is put to
 * somebody who decides. Where the author saw what still stands, her value is taken.
 */
export function decideCorrection(at: {
  readonly standing: string | null;
  readonly base: string | null;
  readonly value: string | null;
}): CorrectionFate {
  if (at.standing === at.value) return 'same';
  return at.standing === at.base ? 'applied' : 'proposed';
}
