import { mergeProblems } from './merge-problems.ts';

/** One of two records about to become one person, as she stands. */
export interface MergeSide {
  readonly id: string;
  readonly name: string;
  readonly state: 'provisional' | 'registered' | 'merged' | 'restricted';
  readonly mergedInto: string | null;
  readonly sex: 'female' | 'male' | null;
  /** Blind index of her NIK, in hexadecimal, and its last four digits. */
  readonly nik: { readonly index: string; readonly lastFour: string } | null;
}

/**
 * Whether one record may lead to the other from now on. A record that leads elsewhere cannot be joined, so no circle can
 * come about.
 *
 * Refused: herself, a record joined already, one restricted on her request (UU 27/2022 art. 11), two different NIKs, and two
 * of different sex unless that was looked at (`despiteFamily`).
 */
export function assertMayMerge(
  from: MergeSide,
  into: MergeSide,
  despiteFamily: boolean,
): asserts from is MergeSide & { state: 'provisional' | 'registered' } {
  if (from.id === into.id || from.mergedInto === into.id || into.mergedInto === from.id)
    throw mergeProblems.mergeWithHerself();
  for (const side of [from, into]) {
    if (side.state === 'merged') throw mergeProblems.alreadyMerged({ name: side.name });
    if (side.state === 'restricted') throw mergeProblems.restrictedPerson({ name: side.name });
  }
  if (from.nik && into.nik && from.nik.index !== into.nik.index)
    throw mergeProblems.twoNiks({ one: from.nik.lastFour, other: into.nik.lastFour });
  assertNotFamily(from, into, despiteFamily);
}

/** Refused: two of different sex, who may be husband and wife with one telephone, unless that was looked at. */
export function assertNotFamily(
  one: Pick<MergeSide, 'name' | 'sex'>,
  other: Pick<MergeSide, 'name' | 'sex'>,
  despiteFamily: boolean,
): void {
  const differInSex = one.sex !== null && other.sex !== null && one.sex !== other.sex;
  if (differInSex && !despiteFamily)
    throw mergeProblems.looksLikeFamily({ one: one.name, other: other.name });
}
