import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';

/** Interest each person paid at an institution on days of a year, reversals taken off; whoever paid none is left out. */
export async function interestPaidByMember(
  db: Reader,
  asked: { institutionId: string; year: number },
): Promise<{ personId: string; basisRupiah: bigint }[]> {
  const { rows } = await sql<{ personId: string; basisRupiah: bigint }>`
    select l.person_id as "personId", sum(e.interest)::bigint as "basisRupiah"
    from lending.loan l
    join lending.life e on e.city_id = l.city_id and e.loan_id = l.id and e.kind in ('repayment', 'reversal')
    where l.city_id = ${db.city} and l.institution_id = ${asked.institutionId}
      and e.on_day between make_date(${asked.year}, 1, 1) and make_date(${asked.year}, 12, 31)
    group by l.person_id having sum(e.interest) > 0 order by l.person_id`.execute(db);
  return rows;
}
