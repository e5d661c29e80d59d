import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

/** A person as she is known today: what was sent under an id that turned out to be somebody else's reaches her. */
export interface CurrentPerson {
  readonly id: string;
  readonly name: string;
  readonly state: 'provisional' | 'registered' | 'restricted';
}

/** Merged records point at the living one, never at another merged one. */
export async function findCurrentPerson(db: Reader, id: string): Promise<CurrentPerson | null> {
  const { rows } = await sql<CurrentPerson>`
    select p.id, p.name, p.state from registry.person asked
    join registry.person p on p.city_id = asked.city_id and p.id = coalesce(asked.merged_into, asked.id)
    where asked.city_id = ${db.city} and asked.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export interface CurrentBusiness {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly kecamatanCode: string | null;
  readonly kelurahanCode: string | null;
}

export async function findCurrentBusiness(db: Reader, id: string): Promise<CurrentBusiness | null> {
  const { rows } = await sql<CurrentBusiness>`
    select b.id, b.owner_id as "ownerId", b.name, b.kecamatan_code as "kecamatanCode", b.kelurahan_code as "kelurahanCode"
    from registry.business asked
    join registry.business b on b.city_id = asked.city_id and b.id = coalesce(asked.merged_into, asked.id)
    where asked.city_id = ${db.city} and asked.id = ${id} and b.state = 'active'`.execute(db);
  return rows[0] ?? null;
}
