import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#platform/db/tx.ts';

export interface SecretReadings {
  readonly personIds: readonly string[];
  readonly what: 'nik' | 'kk' | 'npwp';
  readonly readBy: string;
  /** At least five letters: for whom or what the numbers were opened. */
  readonly reason: string;
  readonly at: Date;
}

/** Notes on each person that her number was opened: by whom, why, when (UU 27/2022 art. 32). */
export async function logSecretReadings(tx: Tx, readings: SecretReadings): Promise<void> {
  const { personIds, what, readBy, reason, at } = readings;
  if (personIds.length === 0) return;
  await sql`
    insert into access.secret_reading (city_id, id, person_id, what, read_by, reason, at)
    select ${tx.city}, r.id, r.person_id, ${what}, ${readBy}, ${reason}, ${at}::timestamptz
    from unnest(${personIds.map(() => newId())}::uuid[], ${[...personIds]}::uuid[]) as r (id, person_id)`.execute(
    tx,
  );
}
