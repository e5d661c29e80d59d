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
 * A telephone, a birth date, or a name at one place, of more people than this says nothing about who one is: the village
 * office's number, the first of January of whoever does not know. Comparing each with each would also take hours in a long list.
 */
const mostSharers = 200;

/** A key of what is compared; the fields cannot contain the sign between them. */
const keyOf = (kind: string, ...parts: readonly string[]) => [kind, ...parts].join('\n');

/**
 * Who is already known, for telling whether a row speaks of one of them. A first rule of identity, to be deepened by
 * linkage: the same NIK; the same name with the same phone or birth date; the same name with the same business at
 * the same place. What looks alike without being certain is left to a person.
 *
 * Everybody is found by a key, never by going through a list, so that a hundred thousand rows of one name take no longer than
 * as many of different ones.
 */
export class PersonIndex {
  /** Everybody as she is known by now: the latest of what was added of her. */
  readonly #people = new Map<string, KnownPerson>();
  readonly #byKey = new Map<string, string | string[]>();

  add(person: KnownPerson, rowKeys: readonly string[] = []): void {
    const who = refKey(person.ref);
    this.#people.set(who, person);
    for (const key of rowKeys) this.#keep(keyOf('row', key), who);
    const { nik, nameKey, phone, bornOn, place, businesses } = person;
    if (nik !== null) this.#keep(keyOf('nik', nik), who);
    if (phone !== null) {
      this.#keep(keyOf('phone', phone), who);
      this.#keep(keyOf('name-phone', nameKey, phone), who);
    }
    if (bornOn !== null) {
      this.#keep(keyOf('born', bornOn), who);
      this.#keep(keyOf('name-born', nameKey, bornOn), who);
    }
    if (place !== null) this.#keep(keyOf('name-place', nameKey, place), who);
    for (const business of businesses) this.#keep(businessKey(nameKey, business), who);
  }

  match(row: RowTraits): PersonMatch {
    const again = this.#get(keyOf('row', row.rowKey))[0];
    if (again !== undefined) return { kind: 'same', known: again, why: 'same-row' };
    return this.#byNik(row) ?? this.#byName(row) ?? this.#nearly(row) ?? { kind: 'new' };
  }

  #byNik(row: RowTraits): PersonMatch | undefined {
    if (row.nik === null) return undefined;
    const known = this.#get(keyOf('nik', row.nik))[0];
    if (known === undefined) return undefined;
    // The same number under an altogether other name is more likely a typing error than the same person.
    return alike(row.nameKey, known.nameKey)
      ? { kind: 'same', known, why: 'nik' }
      : { kind: 'review', known, why: 'nik-other-name' };
  }

  #byName(row: RowTraits): PersonMatch | undefined {
    const { nameKey, phone, bornOn, place, business } = row;
    const certain: (readonly [MatchWhy, string | null])[] = [
      ['name-phone', phone && keyOf('name-phone', nameKey, phone)],
      ['name-birth', bornOn && keyOf('name-born', nameKey, bornOn)],
      ['name-business-place', business && businessKey(nameKey, { ...business, place })],
    ];
    const found = certain.flatMap(([why, key]) =>
      key === null ? [] : this.#get(key).map((known) => ({ known, why })),
    );
    // Whoever does not contradict the row is meant, however many namesakes beside her do.
    const fits = found.find(({ known }) => !contradicts(row, known));
    if (fits !== undefined) return { kind: 'same', ...fits };
    if (found[0] !== undefined)
      return { kind: 'review', known: found[0].known, why: 'contradicts' };
    if (place === null) return undefined;
    const here = this.#get(keyOf('name-place', nameKey, place));
    if (here.length > mostSharers) return undefined;
    const neighbour = here.find((known) => !contradicts(row, known));
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
      near(row.phone && keyOf('phone', row.phone), 'phone-near-name') ??
      near(row.bornOn && keyOf('born', row.bornOn), 'birth-near-name')
    );
  }

  #keep(key: string, who: string): void {
    const there = this.#byKey.get(key);
    if (there === undefined) this.#byKey.set(key, who);
    else if (typeof there === 'string') {
      if (there !== who) this.#byKey.set(key, [there, who]);
    } else if (there.length <= mostSharers && !there.includes(who)) there.push(who);
  }

  #get(key: string): readonly KnownPerson[] {
    const there = this.#byKey.get(key) ?? [];
    return (typeof there === 'string' ? [there] : there).map((who) => this.#people.get(who)!);
  }
}

function refKey(ref: KnownRef): string {
  return ref.kind === 'person' ? ref.id : `${ref.number} ${ref.sheet ?? ''}`;
}

function businessKey(
  nameKey: string,
  business: { readonly nameKey: string; readonly place: string | null },
): string {
  return keyOf('name-business', nameKey, business.nameKey, business.place ?? '');
}

function contradicts(row: PersonTraits, known: PersonTraits): boolean {
  return differs(row.nik, known.nik) || differs(row.bornOn, known.bornOn);
}

function differs(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

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
