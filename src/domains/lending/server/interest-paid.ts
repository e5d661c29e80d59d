import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

/**
 * Interest each person paid at an institution on days of a year, under all her records, reversals taken off; whoever paid
 * none is left out.
 */
export async function interestPaidByMember(
  db: Reader,
  asked: { institutionId: string; year: number },
): Promise<{ personId: string; basisRupiah: bigint }[]> {
  const { rows } = await sql<{ personId: string; basisRupiah: bigint }>`
    select coalesce(p.merged_into, p.id) as "personId", sum(e.interest)::bigint as "basisRupiah"
    from lending.loan l
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    join lending.life e on e.city_id = l.city_id and e.loan_id = l.id and e.kind in ('repayment', 'reversal')
    where l.city_id = ${db.city} and l.institution_id = ${asked.institutionId}
      and e.on_day between make_date(${asked.year}, 1, 1) and make_date(${asked.year}, 12, 31)
    group by 1 having sum(e.interest) > 0 order by 1`.execute(db);
  return rows;
}
