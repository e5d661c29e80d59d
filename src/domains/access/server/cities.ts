import type { Pool } from 'pg';

/** A city as the whole house needs to know it. */
export interface City {
  /** Kemendagri code. */
  readonly id: string;
  readonly name: string;
  readonly province: string;
  readonly zone: string;
  readonly letterhead: Readonly<Record<string, string>>;
  readonly demo: boolean;
}

/** Every city of this installation; read by the owner, since no city's lock is on yet. */
export async function listCities(ownerPool: Pool): Promise<City[]> {
  const { rows } = await ownerPool.query<City>(
    `select city_id as id, name, province, time_zone as zone, letterhead, is_demo_since is not null as demo
     from access.city order by created_at, city_id`,
  );
  return rows;
}
