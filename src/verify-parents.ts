import { sql } from 'kysely';
import type { Check } from '#domains/ledger/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';

/** What a sheet or a line of life writes, the column that names its parent, and the parent: no foreign key looks at these row by row. */
const belongings = [
  ['mentoring.attendance', 'meeting_id', 'mentoring.meeting'],
  ['mentoring.cash_count', 'meeting_id', 'mentoring.meeting'],
  ['mentoring.receipt', 'meeting_id', 'mentoring.meeting'],
  ['lending.repayment', 'loan_id', 'lending.loan'],
  ['lending.repayment', 'journal_id', 'ledger.journal'],
  ['lending.instalment_mark', 'loan_id', 'lending.loan'],
  ['savings.movement', 'account_id', 'savings.account'],
  ['savings.movement', 'journal_id', 'ledger.journal'],
  ['programmes.service', 'person_id', 'registry.person'],
] as const;

/** Every row of a sheet and every line of life belongs to something that is there. */
export async function verifyParents(db: Reader): Promise<Check> {
  const looks = belongings.map(
    ([child, column, parent]) => sql`
    select ${`${child} names a ${column} that is not there: `} as what, c.${sql.ref(column)} as missing, p.id is null as astray
    from ${sql.table(child)} c left join ${sql.table(parent)} p on p.city_id = c.city_id and p.id = c.${sql.ref(column)}
    where c.city_id = ${db.city} and c.${sql.ref(column)} is not null`,
  );
  const { rows } = await sql<{ counted: bigint; first: string | null }>`
    with looked as (${sql.join(looks, sql` union all `)})
    select count(*) as counted, (select what || missing from looked where astray order by what, missing limit 1) as first
    from looked`.execute(db);
  return {
    name: 'rows of sheets',
    counted: Number(rows[0]?.counted ?? 0n),
    difference: rows[0]?.first ?? null,
  };
}
