import { candidateKey, placeToken, type Candidate } from './candidate.ts';
import { PersonIndex, type KnownPerson, type PersonMatch, type RowTraits } from './person-index.ts';
import { decideOutcome, type RowOutcome } from './row-outcome.ts';
import type { ReadRow } from './read-rows.ts';

/** Keyed hashes, so that no NIK is compared or kept in the open; made from a key outside the database. */
export interface BlindHash {
  nik(number: string): string;
  row(key: string): string;
}

export interface JudgedRow extends RowOutcome {
  readonly number: number;
  readonly candidate: Candidate | null;
  /** The blind index of the whole row; null when there is no candidate. */
  readonly rowKey: string | null;
}

export interface KnownInRegistry {
  readonly person: KnownPerson;
  /** Keys of rows that were applied to this person before. */
  readonly rowKeys: readonly string[];
}

/** What a row would be looked up by. */
export function traitsOf(candidate: Candidate, hash: BlindHash): RowTraits {
  const { person, business, place } = candidate;
  return {
    name: person.name,
    nameKey: person.nameKey,
    nik: person.nik === null ? null : hash.nik(person.nik),
    bornOn: person.bornOn,
    phone: person.phone,
    place: placeToken(place.kelurahanCode, place.text),
    business,
    rowKey: hash.row(candidateKey(candidate)),
  };
}

/**
 * Decides the rows of a file in order: against the registry and against the rows before, so that a person listed twice in
 * one file is registered once.
 */
export class RowJudge {
  readonly #index = new PersonIndex();
  readonly #hash: BlindHash;
  readonly #added = new Set<string>();
  #sheet: string | undefined;

  constructor(hash: BlindHash) {
    this.#hash = hash;
  }

  /** Tells of people of the registry who may be meant; telling twice does nothing. */
  know(people: readonly KnownInRegistry[]): void {
    for (const { person, rowKeys } of people) {
      const id = person.ref.kind === 'person' ? person.ref.id : `row ${person.ref.number}`;
      if (this.#added.has(id)) continue;
      this.#added.add(id);
      this.#index.add(person, rowKeys);
    }
  }

  /** Rows from here on are of another sheet of the file; what is said of earlier ones names theirs. */
  beginSheet(name: string): void {
    this.#sheet = name;
  }

  /** @param known the row's traits, where they were made already */
  judge(row: ReadRow, known?: RowTraits | null): JudgedRow {
    const traits = known ?? (row.candidate === null ? null : traitsOf(row.candidate, this.#hash));
    const match: PersonMatch = traits === null ? { kind: 'new' } : this.#index.match(traits);
    const reading = { reasons: row.reasons, businessKey: row.candidate?.business?.nameKey ?? null };
    const outcome = decideOutcome(reading, match);
    if (traits !== null && (outcome.outcome === 'new' || outcome.outcome === 'same')) {
      const ref = { number: row.number, ...(this.#sheet !== undefined && { sheet: this.#sheet }) };
      this.#index.add(asKnown(ref, traits, outcome.known), [traits.rowKey]);
    }
    return {
      ...outcome,
      number: row.number,
      candidate: row.candidate,
      rowKey: traits?.rowKey ?? null,
    };
  }
}

/** The row's person as later rows of the file will meet her: what it adds joins what was known. */
function asKnown(
  at: { readonly number: number; readonly sheet?: string },
  traits: RowTraits,
  known: KnownPerson | null,
): KnownPerson {
  const { business, rowKey: _, ...own } = traits;
  const brought =
    business === null ? [] : [{ id: null, nameKey: business.nameKey, place: own.place }];
  if (known === null) return { ...own, ref: { kind: 'row', ...at }, businesses: brought };
  return {
    ref: known.ref,
    name: known.name,
    nameKey: own.nameKey,
    nik: known.nik ?? own.nik,
    bornOn: known.bornOn ?? own.bornOn,
    phone: own.phone ?? known.phone,
    place: own.place ?? known.place,
    businesses: [...known.businesses, ...brought],
  };
}
