import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { institutionKindNames, isLender } from '../institution.ts';
import type { BookKeeping, InstitutionKind } from '../institution.ts';

export interface Institution {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly books: BookKeeping;
  readonly address: string | null;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

/** Institutions the city works with on a day, lenders first, then by name. */
export async function listInstitutions(
  db: Reader,
  wanted: { kinds?: readonly InstitutionKind[]; on: BusinessDate },
): Promise<Institution[]> {
  const kinds = wanted.kinds ?? institutionKindNames;
  const { rows } = await sql<Institution>`
    select id, kind, code, name, short_name as "shortName", books, address, valid_from as "validFrom", valid_to as "validTo"
    from partners.institution
    where city_id = ${db.city} and kind = any (${[...kinds]}::text[])
      and valid_from <= ${wanted.on} and (valid_to is null or valid_to >= ${wanted.on})
    order by books = 'none', name`.execute(db);
  return rows;
}

/** Lenders on a day: whose books are kept here first. */
export function listLenders(db: Reader, on: BusinessDate): Promise<Institution[]> {
  return listInstitutions(db, { kinds: institutionKindNames.filter(isLender), on });
}

export async function findInstitution(
  db: Reader,
  institutionId: string,
): Promise<Institution | null> {
  const { rows } = await sql<Institution>`
    select id, kind, code, name, short_name as "shortName", books, address, valid_from as "validFrom", valid_to as "validTo"
    from partners.institution where city_id = ${db.city} and id = ${institutionId}`.execute(db);
  return rows[0] ?? null;
}
