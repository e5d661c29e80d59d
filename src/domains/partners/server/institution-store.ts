import { sql } from 'kysely';
import type { Tx } from '#platform/db/tx.ts';
import type { RegisterInstitution } from '../input.ts';

/** @returns false when the code or the id is taken. */
export async function insertInstitution(
  tx: Tx,
  institution: RegisterInstitution,
): Promise<boolean> {
  const { rows } = await sql`
    insert into partners.institution (city_id, id, kind, code, name, short_name, books, address, valid_from)
    values (${tx.city}, ${institution.institutionId}, ${institution.kind}, ${institution.code}, ${institution.name},
      ${institution.shortName}, ${institution.books}, ${institution.address ?? null}, ${institution.validFrom})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}
