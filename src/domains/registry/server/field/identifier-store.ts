import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { insertIdentifiers } from '../person-store.ts';
import type { SealedIdentifier } from '../person-store.ts';

export interface HeldNik {
  readonly blindIndex: Buffer;
  readonly lastFour: string;
}

/** The NIK somebody has, by its blind index. */
export async function findNik(db: Reader, personId: string): Promise<HeldNik | null> {
  const { rows } = await sql<HeldNik>`
    select blind_index as "blindIndex", last_four as "lastFour" from registry.identifier
    where city_id = ${db.city} and person_id = ${personId} and kind = 'nik'`.execute(db);
  return rows[0] ?? null;
}

/** Who has a NIK. */
export async function holderOfNik(db: Reader, index: Buffer): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from registry.identifier
    where city_id = ${db.city} and kind = 'nik' and blind_index = ${index}`.execute(db);
  return rows[0]?.id ?? null;
}

/** Gives somebody a KK number who has none; a newer one is of her household, and changes nothing here. */
export async function addMissingKk(
  tx: Tx,
  personId: string,
  { identifiers, now }: { identifiers: readonly SealedIdentifier[]; now: Date },
): Promise<void> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from registry.identifier where city_id = ${tx.city} and person_id = ${personId} and kind = 'kk') as found`.execute(
    tx,
  );
  if (rows[0]?.found) return;
  const kk = identifiers.filter(({ kind }) => kind === 'kk');
  await insertIdentifiers(
    tx,
    kk.map((one) => ({ personId, ...one })),
    now,
  );
}

/** Puts another NIK in the place of the one somebody has. */
export async function replaceNik(
  tx: Tx,
  personId: string,
  nik: { sealed: Buffer; blindIndex: Buffer; lastFour: string; source: string; now: Date },
): Promise<void> {
  await sql`
    update registry.identifier set sealed = ${nik.sealed}, blind_index = ${nik.blindIndex}, last_four = ${nik.lastFour},
      next_index = null, source = ${nik.source}, warnings = '[]', recorded_at = ${nik.now}::timestamptz
    where city_id = ${tx.city} and person_id = ${personId} and kind = 'nik'`.execute(tx);
}
