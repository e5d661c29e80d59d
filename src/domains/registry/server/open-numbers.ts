import { sql } from 'kysely';
import { logSecretReadings } from '#domains/access/server/index.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';

/**
 * Opens people's NIK, KK or NPWP. It takes a handle that writes, because every reading is noted on the person in the
 * same transaction: there is no other way to a number in clear.
 *
 * @returns the number by person; people who have none are left out
 */
export async function openNumbers(
  tx: Tx,
  sealer: Sealer,
  asked: {
    personIds: readonly string[];
    what: 'nik' | 'kk' | 'npwp';
    readBy: string;
    reason: string;
    at: Date;
  },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ person_id: string; sealed: Buffer }>`
    select person_id, sealed from registry.identifier
    where city_id = ${tx.city} and kind = ${asked.what} and person_id = any (${[...asked.personIds]}::uuid[])`.execute(
    tx,
  );
  await logSecretReadings(tx, { ...asked, personIds: rows.map((row) => row.person_id) });
  return new Map(rows.map((row) => [row.person_id, sealer.open(row.sealed)]));
}
