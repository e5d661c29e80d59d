import { sql } from 'kysely';
import { savingsKeepers } from '#domains/partners/institution.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Collector } from '../collectors.ts';
import type { GroupMember } from '../sheet-payments.ts';

/** A group's members of now, by name. */
export async function membersOfGroup(db: Reader, groupId: string): Promise<GroupMember[]> {
  const { rows } = await sql<GroupMember>`
    select p.id as "personId", p.name, coalesce(b.product, b.name) as business
    from registry.membership m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    left join registry.business b on b.city_id = m.city_id and b.id = m.business_id
    where m.city_id = ${db.city} and m.group_id = ${groupId} and m.valid_to is null order by p.name, p.id`.execute(
    db,
  );
  return rows;
}

/** Which of these people were members on a day, whether or not they still are. */
export async function membersThatDay(
  db: Reader,
  asked: { groupId: string; heldOn: BusinessDate; personIds: readonly string[] },
): Promise<GroupMember[]> {
  const { rows } = await sql<GroupMember>`
    select distinct p.id as "personId", p.name, null as business
    from registry.membership m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    where m.city_id = ${db.city} and m.group_id = ${asked.groupId} and m.person_id = any (${[...asked.personIds]}::uuid[])
      and m.valid_from <= ${asked.heldOn}::date and (m.valid_to is null or m.valid_to >= ${asked.heldOn}::date)`.execute(
    db,
  );
  return rows;
}

/** A collector with its book. */
export interface Keeper extends Collector {
  readonly bookId: string;
}

/** Every institution whose books are kept here: those that may hold savings first, and of them the older book. */
export async function allKeepers(db: Reader): Promise<Keeper[]> {
  const holders = [...savingsKeepers];
  const { rows } = await sql<Keeper>`
    select b.institution_id as "institutionId", i.name as "institutionName", i.short_name as "shortName", b.id as "bookId",
      i.kind = any (${holders}::text[]) as "takesSavings"
    from ledger.book b join partners.institution i on i.city_id = b.city_id and i.id = b.institution_id
    where b.city_id = ${db.city} order by i.kind <> all (${holders}::text[]), b.id`.execute(db);
  return rows;
}
