import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { standingSql } from './loan-pages.ts';

/**
 * What people owe under whichever of their records, as three named subqueries: `own` (each asked person's records), `loan`
 * (running here, overdue on all loans known) and `helped` (counselling that is open, with what is overdue at lenders who
 * keep no books here less the proofs of payment shown). Two records joined are one borrower.
 */
export function debtsOf(
  db: Reader,
  wanted: { institutionId: string; on: BusinessDate; people: RawBuilder<unknown> },
): RawBuilder<unknown> {
  return sql`own as (
      select asked.id as person_id, r.id as record_id from (${wanted.people}) as asked (id)
      cross join lateral registry.records_of(${db.city}, asked.id) as r (id)
    ), loan as (
      select o.person_id, count(*) filter (where l.institution_id = ${wanted.institutionId})::int as here,
        sum(d.overdue_rupiah)::bigint as overdue
      from own o join lending.loan l on l.city_id = ${db.city} and l.person_id = o.record_id
      join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
      ${standingSql(wanted.on)}
      where l.state = 'active'
      group by o.person_id
    ), helped as (
      select o.person_id, min(c.opened_on) as since,
        sum(greatest(0, c.overdue_rupiah - coalesce(s.shown, 0))) filter (where c.loan_id is null)::bigint as elsewhere
      from own o join lending.counselling c on c.city_id = ${db.city} and c.person_id = o.record_id
      cross join lateral (select sum(s.amount_rupiah) as shown from lending.counselling_step s
        where s.city_id = c.city_id and s.counselling_id = c.id and s.kind = 'proof') s
      where c.state = 'open'
      group by o.person_id
    )`;
}

/** Over `loan l` and `helped h`. */
export const debtColumns = sql`coalesce(l.here, 0) as active_loans,
  coalesce(l.overdue, 0) + coalesce(h.elsewhere, 0) as overdue, h.since as counselled_since`;

/** Over `registry.person p`: whether her consent to hand her data to this lender stands, given under any of her records. */
export function agreedTo(institutionId: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from registry.consent c where c.city_id = p.city_id
    and c.person_id = any (array(select registry.records_of(p.city_id, p.id)))
    and c.purpose = 'share-with-lender' and c.withdrawn_at is null
    and (c.institution_id is null or c.institution_id = ${institutionId}::uuid))`;
}
