import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

/** The city's name and what its decrees and letters carry. */
export interface CityLetterhead {
  readonly name: string;
  readonly letterhead: Readonly<Record<string, string>>;
}

/** Nothing where the city has not been founded yet. */
export async function findLetterhead(db: Reader): Promise<CityLetterhead | undefined> {
  const { rows } = await sql<CityLetterhead>`
    select name, letterhead from access.city where city_id = ${db.city}`.execute(db);
  return rows[0];
}

/** Who signs: the name, rank and number of an account, as they stand today. */
export async function findSignatory(
  db: Reader,
  userId: string,
): Promise<{ name: string; rank: string | null; nip: string | null } | undefined> {
  const { rows } = await sql<{ name: string; rank: string | null; nip: string | null }>`
    select name, title as rank, nip from access.user_account
    where city_id = ${db.city} and id = ${userId}`.execute(db);
  return rows[0];
}
