import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { StoredCandidate } from './import-secrets.ts';

/** A row about to be written into the registry. */
export interface ApplicableRow {
  readonly number: number;
  readonly candidate: StoredCandidate;
  readonly outcome: 'new' | 'same' | 'review';
  readonly decided: 'same' | 'new' | null;
  readonly knownId: string | null;
}

/** The next rows of a batch that change the registry: new ones, same ones, and reviewed ones that a person decided. */
export async function nextApplicable(
  db: Reader,
  batchId: string,
  { after, limit }: { after: number; limit: number },
): Promise<ApplicableRow[]> {
  const { rows } = await sql<ApplicableRow>`
    select row_number as number, candidate, outcome, decided, known_id as "knownId" from registry.import_row
    where city_id = ${db.city} and batch_id = ${batchId}::uuid and row_number > ${after} and candidate is not null
      and (outcome in ('new', 'same') or outcome = 'review' and decided is not null)
    order by row_number limit ${limit}`.execute(db);
  return rows;
}

/** What a file adds to somebody who is already here: only what was not known. */
export interface PersonGap {
  readonly id: string;
  readonly sex: string | null;
  readonly bornOn: string | null;
  readonly phone: string | null;
  readonly kelurahanCode: string | null;
  readonly address: string | null;
  readonly placeText: string | null;
}

/**
 * Fills what is empty and overwrites nothing; what was filled is kept beside the batch, so that it can be emptied again.
 *
 * @returns how many people gained something
 */
export async function fillGaps(
  tx: Tx,
  batchId: string,
  gaps: readonly PersonGap[],
): Promise<number> {
  if (gaps.length === 0) return 0;
  const { rows } = await sql<{ gained: bigint }>`
    with given as (
      select distinct on (id) id, sex, "bornOn" as born_on, phone, "kelurahanCode" as kelurahan_code, address,
        "placeText" as place_text
      from jsonb_to_recordset(${JSON.stringify(gaps)}::jsonb) as g (id uuid, sex text, "bornOn" date, phone text,
        "kelurahanCode" text, address text, "placeText" text)
    ), gap as (
      select p.id, v.field, v.value from registry.person p join given r on r.id = p.id
      cross join lateral (values ('sex', p.sex, r.sex), ('born_on', p.born_on::text, r.born_on::text),
        ('phone', p.phone, r.phone), ('kelurahan_code', p.kelurahan_code, r.kelurahan_code),
        ('address', p.address, r.address), ('place_text', p.place_text, r.place_text)) as v (field, had, value)
      where p.city_id = ${tx.city} and v.had is null and v.value is not null
    ), kept as (
      insert into registry.import_gap (city_id, batch_id, person_id, field, value)
      select ${tx.city}, ${batchId}::uuid, id, field, value from gap
      on conflict do nothing
    ), filled as (
      update registry.person p set sex = coalesce(p.sex, r.sex), born_on = coalesce(p.born_on, r.born_on),
        phone = coalesce(p.phone, r.phone), kelurahan_code = coalesce(p.kelurahan_code, r.kelurahan_code),
        address = coalesce(p.address, r.address), place_text = coalesce(p.place_text, r.place_text)
      from given r
      where p.city_id = ${tx.city} and p.id = r.id and exists (select from gap where gap.id = p.id)
      returning p.id
    )
    select count(*) as gained from filled`.execute(tx);
  return Number(rows[0]?.gained ?? 0n);
}

export interface ImportedIdentifier {
  readonly personId: string;
  readonly kind: 'nik' | 'kk';
  readonly sealed: string;
  readonly index: string;
  readonly lastFour: string;
}

/** Writes identifiers where the person has none of that kind and nobody else has that NIK. Bytes are in hex. */
export async function addIdentifiers(
  tx: Tx,
  identifiers: readonly ImportedIdentifier[],
  { source, now }: { source: string; now: Date },
): Promise<void> {
  if (identifiers.length === 0) return;
  await sql`
    insert into registry.identifier (city_id, person_id, kind, sealed, blind_index, last_four, source, recorded_at)
    select ${tx.city}, r."personId", r.kind, decode(r.sealed, 'hex'), decode(r.index, 'hex'), r."lastFour", ${source},
      ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as r ("personId" uuid, kind text, sealed text, index text,
      "lastFour" text)
    on conflict do nothing`.execute(tx);
}

export interface SourceValue {
  readonly id: string;
  readonly subjectKind: 'person' | 'business';
  readonly subjectId: string;
  readonly field: string;
  readonly value: string;
  readonly row: number;
}

export interface SourceOrigin {
  readonly batch: string;
  readonly file: string;
  readonly sheet: string | null;
}

/** Keeps every value with the file, sheet and row that gave it; one that is kept already is not kept twice. */
export async function addSourceValues(
  tx: Tx,
  values: readonly SourceValue[],
  { origin, now }: { origin: SourceOrigin; now: Date },
): Promise<void> {
  if (values.length === 0) return;
  await sql`
    insert into registry.source_value (city_id, id, subject_kind, subject_id, field, value, origin, recorded_at)
    select ${tx.city}, r.id, r."subjectKind", r."subjectId", r.field, r.value,
      ${JSON.stringify(origin)}::jsonb || jsonb_build_object('row', r.row), ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r (id uuid, "subjectKind" text, "subjectId" uuid, field text,
      value text, row int)
    where not exists (
      select from registry.source_value s where s.city_id = ${tx.city} and s.subject_kind = r."subjectKind"
        and s.subject_id = r."subjectId" and s.field = r.field and s.value = r.value)`.execute(tx);
}

export interface AppliedRow {
  readonly number: number;
  readonly personId: string;
  readonly businessId: string | null;
  /** Whether the row registered the person. */
  readonly brought: boolean;
}

export async function markApplied(
  tx: Tx,
  batchId: string,
  rows: readonly AppliedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update registry.import_row i set person_id = r."personId", business_id = r."businessId", brought = r.brought
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (number int, "personId" uuid, "businessId" uuid, brought boolean)
    where i.city_id = ${tx.city} and i.batch_id = ${batchId}::uuid and i.row_number = r.number`.execute(
    tx,
  );
}

/** One import at a time writes into a city's registry, so that two files of the same people make them once. */
export async function takeImportTurn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`registry.import ${tx.city}`}, 0))`.execute(
    tx,
  );
}

/** Whether anybody was registered at or after an instant. */
export async function registeredSince(db: Reader, since: Date): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from registry.person where city_id = ${db.city} and created_at >= ${since}::timestamptz
    ) as found`.execute(db);
  return rows[0]?.found ?? true;
}
