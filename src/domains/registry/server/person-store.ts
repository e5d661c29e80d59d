import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Tx } from '#platform/db/tx.ts';

/** A NIK, KK or NPWP ready to be kept: sealed, with its blind index and last four digits. */
export interface SealedIdentifier {
  readonly kind: 'nik' | 'kk' | 'npwp';
  readonly sealed: Buffer;
  readonly blindIndex: Buffer;
  readonly lastFour: string;
  /** Where it came from, in a few words. */
  readonly source: string;
  readonly warnings?: readonly string[];
}

/** A person about to be written; `nameKey` is her name without titles and spelling habits. */
export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: BusinessDate | null;
  /** E.164. */
  readonly phone: string | null;
  readonly kelurahanCode: string | null;
  readonly address: string | null;
  /** The place as a file gave it, where no region matched. */
  readonly placeText?: string | null;
  readonly rt?: string | null;
  readonly rw?: string | null;
  readonly state?: 'registered' | 'provisional' | 'merged';
  /** Who she turned out to be, when merged. */
  readonly mergedInto?: string;
  readonly identifiers?: readonly SealedIdentifier[];
}

interface Writing {
  readonly createdBy: string;
  readonly now: Date;
}

/** Writes people and their identifiers, in two statements however many there are. */
export async function insertPeople(
  tx: Tx,
  people: readonly NewPerson[],
  writing: Writing,
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((person) => ({
    id: person.id,
    name: person.name,
    name_key: person.nameKey,
    sex: person.sex,
    born_on: person.bornOn,
    phone: person.phone,
    kelurahan_code: person.kelurahanCode,
    address: person.address,
    place_text: person.placeText ?? null,
    rt: person.rt ?? null,
    rw: person.rw ?? null,
    state: person.state ?? 'registered',
    merged_into: person.mergedInto ?? null,
  }));
  await sql`
    insert into registry.person (city_id, id, name, name_key, sex, born_on, phone, kelurahan_code, address, place_text,
      rt, rw, state, merged_into, created_at, created_by)
    select ${tx.city}, r.id, r.name, r.name_key, r.sex, r.born_on, r.phone, r.kelurahan_code, r.address, r.place_text,
      r.rt, r.rw, r.state, r.merged_into, ${writing.now}::timestamptz, ${writing.createdBy}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, name text, name_key text, sex text, born_on date,
      phone text, kelurahan_code text, address text, place_text text, rt text, rw text, state text,
      merged_into uuid)`.execute(tx);
  await insertIdentifiers(
    tx,
    people.flatMap((person) =>
      (person.identifiers ?? []).map((identifier) => ({ personId: person.id, ...identifier })),
    ),
    writing.now,
  );
}

/** Writes identifiers of people who are already there. A NIK that someone else has breaks `identifier_nik_once`. */
export async function insertIdentifiers(
  tx: Tx,
  identifiers: readonly (SealedIdentifier & { readonly personId: string })[],
  now: Date,
): Promise<void> {
  if (identifiers.length === 0) return;
  const rows = identifiers.map((identifier) => ({
    person_id: identifier.personId,
    kind: identifier.kind,
    sealed: `\\x${identifier.sealed.toString('hex')}`,
    blind_index: `\\x${identifier.blindIndex.toString('hex')}`,
    last_four: identifier.lastFour,
    source: identifier.source,
    warnings: identifier.warnings ?? [],
  }));
  await sql`
    insert into registry.identifier (city_id, person_id, kind, sealed, blind_index, last_four, source, warnings, recorded_at)
    select ${tx.city}, r.person_id, r.kind, r.sealed, r.blind_index, r.last_four, r.source, r.warnings, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (person_id uuid, kind text, sealed bytea, blind_index bytea,
      last_four text, source text, warnings jsonb)`.execute(tx);
}
