import { sql } from 'kysely';
import type { Place } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { lendingProblems } from '../problems.ts';

/**
 * Where a person is dealt with: where she lives, and the programme group she is in now (the newest of several).
 *
 * @throws Refusal `lending.unknown-borrower`
 */
export async function placeOfPerson(db: Reader, personId: string): Promise<Place> {
  const { rows } = await sql<Place>`
    select p.kecamatan_code as kecamatan, p.kelurahan_code as kelurahan,
      (select m.group_id from registry.membership m where m.city_id = p.city_id and m.person_id = p.id
        and m.valid_to is null order by m.valid_from desc, m.id limit 1) as group
    from registry.person p
    where p.city_id = ${db.city} and p.id = ${personId} and p.state in ('provisional', 'registered')`.execute(
    db,
  );
  const place = rows[0];
  if (!place) throw lendingProblems.unknownBorrower();
  return place;
}

/** Whether a person ever borrowed here or asked to. */
export async function hasBorrowed(db: Reader, personId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from lending.loan where city_id = ${db.city} and person_id = any (array(select registry.records_of(${db.city}, ${personId}))))
      or exists (select from lending.application_member where city_id = ${db.city} and person_id = any (array(select registry.records_of(${db.city}, ${personId})))) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}
