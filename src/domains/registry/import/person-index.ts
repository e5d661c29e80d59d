import type { BusinessDate } from '#kernel/date.ts';
import type { Phone } from '#kernel/phone.ts';
import { editDistance } from '../edit-distance.ts';

/** Where somebody already known stands: in the registry, or in an earlier row of the same file; `sheet` where it is another one. */
export type KnownRef =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'row'; readonly number: number; readonly sheet?: string };

export interface KnownBusiness {
  /** Null for a business an earlier row of the file brings. */
  readonly id: string | null;
  readonly nameKey: string;
  readonly place: string | null;
}

/** What is compared of a person. `nik` is the blind index of the number, never the number. */
export interface PersonTraits {
  readonly name: string;
  readonly nameKey: string;
  readonly nik: string | null;
  readonly bornOn: BusinessDate | null;
  readonly phone: Phone | null;
  /** As `placeToken` gives it. */
  readonly place: string | null;
}

export interface KnownPerson extends PersonTraits {
  readonly ref: KnownRef;
  readonly businesses: readonly KnownBusiness[];
}

/** What a row brings: the person, her business, and the key of the whole row. */
export interface RowTraits extends PersonTraits {
  readonly business: { readonly nameKey: string } | null;
  readonly rowKey: string;
}

export type MatchWhy = 'same-row' | 'nik' | 'name-phone' | 'name-birth' | 'name-business-place';
export type ReviewWhy =
  | 'nik-other-name'
  | 'contradicts'
  | 'name-place'
  | 'phone-near-name'
  | 'birth-near-name';

export type PersonMatch =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly known: KnownPerson; readonly why: MatchWhy }
  | { readonly kind: 'review'; readonly known: KnownPerson; readonly why: ReviewWhy };

/**
 * Who is already known, for telling whether a row speaks of one of them. A first rule of identity, to be deepened by
 * linkage: the same NIK; the same name with the same phone or birth date; the same name with the same business at
 * the same place. What looks alike without being certain is left to a person.
 */
export class PersonIndex {
  readonly #byKey = new Map<string, KnownPerson[]>();

  add(person: KnownPerson, rowKeys: readonly string[] = []): void {
    const keys = [
      ...rowKeys.map((key) => `row ${key}`),
      person.nik === null ? null : `nik ${person.nik}`,
      `name ${person.nameKey}`,
      person.phone === null ? null : `phone ${person.phone}`,
      person.bornOn === null ? null : `born ${person.bornOn}`,
    ];
    for (const key of keys) {
      if (key === null) continue;
      const there = this.#byKey.get(key);
      if (there === undefined) this.#byKey.set(key, [person]);
      else there.push(person);
    }
  }

  match(row: RowTraits): PersonMatch {
    const again = this.#get(`row ${row.rowKey}`)[0];
    if (again !== undefined) return { kind: 'same', known: again, why: 'same-row' };
    return this.#byNik(row) ?? this.#byName(row) ?? this.#nearly(row) ?? { kind: 'new' };
  }

  #byNik(row: RowTraits): PersonMatch | undefined {
    if (row.nik === null) return undefined;
    const known = this.#get(`nik ${row.nik}`)[0];
    if (known === undefined) return undefined;
    // The same number under an altogether other name is more likely a typing error than the same person.
    return alike(row.nameKey, known.nameKey)
      ? { kind: 'same', known, why: 'nik' }
      : { kind: 'review', known, why: 'nik-other-name' };
  }

  #byName(row: RowTraits): PersonMatch | undefined {
    const namesakes = this.#get(`name ${row.nameKey}`);
    for (const known of namesakes) {
      const why = certainty(row, known);
      if (why === undefined) continue;
      return contradicts(row, known)
        ? { kind: 'review', known, why: 'contradicts' }
        : { kind: 'same', known, why };
    }
    const neighbour = namesakes.find(
      (known) => row.place !== null && known.place === row.place && !contradicts(row, known),
    );
    return neighbour && { kind: 'review', known: neighbour, why: 'name-place' };
  }

  #nearly(row: RowTraits): PersonMatch | undefined {
    const near = (key: string | null, why: ReviewWhy): PersonMatch | undefined => {
      if (key === null) return undefined;
      const sharers = this.#get(key);
      if (sharers.length > mostSharers) return undefined;
      const known = sharers.find(
        (other) => alike(row.nameKey, other.nameKey) && !differs(row.nik, other.nik),
      );
      return known && { kind: 'review', known, why };
    };
    return (
      near(row.phone && `phone ${row.phone}`, 'phone-near-name') ??
      near(row.bornOn && `born ${row.bornOn}`, 'birth-near-name')
    );
  }

  #get(key: string): readonly KnownPerson[] {
    return this.#byKey.get(key) ?? [];
  }
}

function certainty(row: RowTraits, known: KnownPerson): MatchWhy | undefined {
  if (row.phone !== null && row.phone === known.phone) return 'name-phone';
  if (row.bornOn !== null && row.bornOn === known.bornOn) return 'name-birth';
  const { business } = row;
  const there = known.businesses.some(
    ({ nameKey, place }) => nameKey === business?.nameKey && place === row.place,
  );
  return there ? 'name-business-place' : undefined;
}

function contradicts(row: PersonTraits, known: PersonTraits): boolean {
  return differs(row.nik, known.nik) || differs(row.bornOn, known.bornOn);
}

function differs(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

/**
 * A telephone or birth date of more people than this says nothing about who one is: the village office's number, the first
 * of January of whoever does not know. Comparing each with each would also take hours in a long list.
 */
const mostSharers = 200;

/** Names that may be one name: a letter or two apart, or one holding all the words of the other. */
export function alike(one: string, other: string): boolean {
  if (one === other) return true;
  const limit = Math.max(1, Math.floor(Math.min(one.length, other.length) / 6));
  if (editDistance(one, other, limit) <= limit) return true;
  const words = one.split(' ');
  const others = other.split(' ');
  const [fewer, more] = words.length <= others.length ? [words, others] : [others, words];
  return fewer.every((word) =>
    more.some((long) => long === word || (word.length === 1 && long.startsWith(word))),
  );
}
