import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { Reader } from '#platform/db/reader.ts';
import { scopeOfLending } from './lending-scope.ts';

/** A loan found by its borrower or its number. */
export interface FoundLoan {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly institutionName: string;
  readonly state: string;
}

/**
 * Loans of people found by their name, and loans whose number begins with what was typed; running ones first. Of
 * what the scope reaches only.
 */
export async function findLoans(
  db: Reader,
  ask: {
    readonly scope: Scope;
    readonly personIds: readonly string[];
    readonly number: string;
    readonly limit: number;
  },
): Promise<FoundLoan[]> {
  const number = ask.number.toUpperCase();
  const { rows } = await sql<FoundLoan>`
    select l.id, l.number, p.name, i.short_name as "institutionName", l.state
    from (
      select id from lending.loan where city_id = ${db.city} and person_id = any (${[...ask.personIds]}::uuid[])
      union
      (select id from lending.loan where city_id = ${db.city} and ${number.length >= 3}
        and number >= ${number} and number < ${`${number}\uffff`} order by number limit ${ask.limit * 4})
    ) found
    join lending.loan l on l.city_id = ${db.city} and l.id = found.id
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id
    left join lending.lending_group g on g.city_id = l.city_id and g.id = l.lending_group_id
    left join registry.business_group b on b.city_id = l.city_id and b.id = g.business_group_id
    where ${ask.scope.all ? sql`true` : scopeOfLending(ask.scope, sql`p`)}
    order by array_position(${[...ask.personIds]}::uuid[], l.person_id) nulls first, l.state <> 'active', l.number
    limit ${ask.limit}`.execute(db);
  return rows;
}
