import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { SealedColumn } from '#platform/secrets/reseal.ts';
import { sealedPrefix } from '#platform/secrets/sealing.ts';

/** What this domain keeps sealed: nothing of it is looked up. */
export const accessSecrets = {
  'second-factors': {
    table: 'access.user_account',
    key: { id: 'uuid' },
    column: 'totp_secret',
    nextIndex: null,
  },
  'field-reviews': {
    table: 'access.field_review',
    key: { id: 'uuid' },
    column: 'kept',
    nextIndex: null,
  },
} as const satisfies Record<string, SealedColumn>;

/** How many of them another key than this sealed. */
export async function accessSecretsNotUnder(db: Reader, key: string): Promise<number> {
  const head = sealedPrefix(key);
  const { rows } = await sql<{ count: bigint }>`
    select (select count(*) from access.user_account where city_id = ${db.city} and substr(totp_secret, 1, 6) <> ${head})
      + (select count(*) from access.field_review where city_id = ${db.city} and substr(kept, 1, 6) <> ${head}) as count`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0n);
}
