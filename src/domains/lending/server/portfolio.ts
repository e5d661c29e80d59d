import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { standingSql } from './loan-pages.ts';

/** A lender's loans on a day, whole rupiah. */
export interface Portfolio {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly activeLoans: number;
  /** Outstanding principal of active loans: what every PAR is a part of. */
  readonly outstandingRupiah: bigint;
  /** Instalments due before the day and not paid. */
  readonly overdueRupiah: bigint;
  /** Whole outstanding principal of loans with an instalment late by more than so many days (CGAP). */
  readonly atRisk1Rupiah: bigint;
  readonly atRisk7Rupiah: bigint;
  readonly atRisk30Rupiah: bigint;
}

/** Portfolio at risk per book kept here, as the loans stand now, aged to `on`. */
export async function portfolioByBook(
  db: Reader,
  wanted: { on: BusinessDate; institutionIds?: readonly string[] },
): Promise<Portfolio[]> {
  const only = wanted.institutionIds ? [...wanted.institutionIds] : null;
  const { rows } = await sql<Portfolio>`
    with aged as (
      select l.institution_id, l.principal_rupiah - l.paid_principal as outstanding, d.overdue_rupiah, d.overdue_days
      from lending.loan l
      join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
      ${standingSql(wanted.on)}
      where l.city_id = ${db.city} and l.state = 'active')
    select i.id as "institutionId", i.short_name as "institutionName", count(a.institution_id)::int as "activeLoans",
      coalesce(sum(a.outstanding), 0)::bigint as "outstandingRupiah",
      coalesce(sum(a.overdue_rupiah), 0)::bigint as "overdueRupiah",
      coalesce(sum(a.outstanding) filter (where a.overdue_days >= 1), 0)::bigint as "atRisk1Rupiah",
      coalesce(sum(a.outstanding) filter (where a.overdue_days > 7), 0)::bigint as "atRisk7Rupiah",
      coalesce(sum(a.outstanding) filter (where a.overdue_days > 30), 0)::bigint as "atRisk30Rupiah"
    from ledger.book k
    join partners.institution i on i.city_id = k.city_id and i.id = k.institution_id
    left join aged a on a.institution_id = k.institution_id
    where k.city_id = ${db.city} and (${only}::uuid[] is null or i.id = any (${only}::uuid[]))
    group by i.id, i.short_name order by i.short_name`.execute(db);
  return rows;
}
