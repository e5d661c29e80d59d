import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

/** One time somebody opened a person's number in clear. */
export interface SecretReadingLine {
  readonly id: string;
  readonly what: 'nik' | 'kk' | 'npwp';
  /** Null for the system itself. */
  readonly by: string | null;
  readonly reason: string;
  readonly at: Date;
}

/** Who opened a person's numbers, and why; the newest first. */
export async function secretReadingsOf(
  db: Reader,
  asked: { personId: string; limit: number },
): Promise<SecretReadingLine[]> {
  const { rows } = await sql<SecretReadingLine>`
    select r.id, r.what, u.name as by, r.reason, r.at from access.secret_reading r
    left join access.user_account u on u.city_id = r.city_id and u.id = r.read_by
    where r.city_id = ${db.city} and r.person_id = ${asked.personId} order by r.at desc, r.id desc limit ${asked.limit}`.execute(
    db,
  );
  return rows;
}
