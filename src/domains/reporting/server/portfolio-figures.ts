import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { addDays } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Moving } from '../figures.ts';
import type { Measure } from '../measure.ts';
import { onTimeDays } from './cut.ts';
import type { Cut } from './cut.ts';

/**
 * Loans kept here as they stood at the end of a day: `loan_id`, `person_id`, `lending_group_id`, `number`,
 * `outstanding` principal, `days_late`, `late_since`. What was paid after that day is taken off again, so that any
 * day can be measured; instalments paid in full are found by binary search in the schedule's cumulative arrays.
 */
export function loansAt(db: Reader, cut: Cut): RawBuilder<unknown> {
  return sql`(
    select s.loan_id, s.person_id, s.lending_group_id, s.number, s.outstanding, s.late_since,
      case when s.late_since < ${cut.today}::date then ${cut.today}::date - s.late_since else 0 end as days_late
    from (
      select l.id as loan_id, l.person_id, l.lending_group_id, l.number,
        l.principal_rupiah - (l.paid_principal - coalesce(p.principal, 0)) as outstanding,
        v.due_on[1 + least(width_bucket(l.paid_principal - coalesce(p.principal, 0), v.principal_due),
          width_bucket(l.paid_interest - coalesce(p.interest, 0), v.interest_due))] as late_since
      from lending.loan l
      join lending.schedule_version v on v.city_id = l.city_id and v.loan_id = l.id and v.version = l.schedule_version
      left join (
        select loan_id, sum(case when reverses_id is null then principal else -principal end)::bigint as principal,
          sum(case when reverses_id is null then interest else -interest end)::bigint as interest
        from lending.repayment where city_id = ${db.city} and on_day > ${cut.today}::date group by loan_id
      ) p on p.loan_id = l.id
      where l.city_id = ${db.city} and l.disbursed_on <= ${cut.today}::date
        and (l.state = 'active' or l.closed_on > ${cut.today}::date)
    ) s where s.outstanding > 0)`;
}

/** Portfolio at risk over 1, 7 and 30 days (CGAP: the whole outstanding principal of late loans). */
export async function measureRisk(
  db: Reader,
  cut: Cut,
): Promise<{ par1: Measure; par7: Measure; par30: Moving }> {
  const [now, before] = [
    await riskAt(db, cut),
    await riskAt(db, { today: addDays(cut.today, -onTimeDays) }),
  ];
  const over = (row: RiskRow, numerator: bigint) => ({ numerator, denominator: row.outstanding });
  return {
    par1: over(now, now.over1),
    par7: over(now, now.over7),
    par30: { now: over(now, now.over30), before: over(before, before.over30) },
  };
}

interface RiskRow {
  outstanding: bigint;
  over1: bigint;
  over7: bigint;
  over30: bigint;
}

async function riskAt(db: Reader, cut: Cut): Promise<RiskRow> {
  const { rows } = await sql<RiskRow>`
    select coalesce(sum(outstanding), 0)::bigint as outstanding,
      coalesce(sum(outstanding) filter (where days_late > 1), 0)::bigint as over1,
      coalesce(sum(outstanding) filter (where days_late > 7), 0)::bigint as over7,
      coalesce(sum(outstanding) filter (where days_late > 30), 0)::bigint as over30
    from ${loansAt(db, cut)} standing`.execute(db);
  return rows[0] ?? { outstanding: 0n, over1: 0n, over7: 0n, over30: 0n };
}
