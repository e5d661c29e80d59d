import { sql } from 'kysely';
import { addDays, mondayOf } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Moving, WeekOfDeposits } from '../figures.ts';
import { onTimeDays } from './cut.ts';
import type { Cut } from './cut.ts';

export const weeksShown = 26;

/** The share paid by the members themselves on the day, in the last 30 days and in the 30 before them. */
export async function measureOnTime(db: Reader, cut: Cut): Promise<Moving> {
  const start = addDays(cut.today, -onTimeDays);
  const { rows } = await sql<{ recent: boolean; due: bigint; paid: bigint }>`
    select due_on > ${start}::date as recent, sum(due_rupiah)::bigint as due, sum(least(paid_by_herself, due_rupiah))::bigint as paid
    from lending.instalment_mark
    where city_id = ${db.city} and due_on > ${addDays(start, -onTimeDays)}::date and due_on <= ${cut.today}::date
    group by 1`.execute(db);
  const part = (recent: boolean) => {
    const row = rows.find((one) => one.recent === recent);
    return { numerator: row?.paid ?? 0n, denominator: row?.due ?? 0n };
  };
  return { now: part(true), before: part(false) };
}

/** Instalments week by week: what fell due, what came in, what of it on time. Weeks without any are there with zeros. */
export async function measureWeeks(db: Reader, cut: Cut): Promise<WeekOfDeposits[]> {
  const last = mondayOf(cut.today);
  const first = addDays(last, -7 * (weeksShown - 1));
  const { rows } = await sql<WeekOfDeposits>`
    with week as (
      select generate_series(${first}::date, ${last}::date, interval '7 days')::date as monday
    ), due as (
      select date_trunc('week', due_on)::date as monday, sum(due_rupiah)::bigint as due,
        sum(least(paid_by_herself, due_rupiah))::bigint as on_time
      from lending.instalment_mark
      where city_id = ${db.city} and due_on >= ${first}::date and due_on <= ${cut.today}::date group by 1
    ), received as (
      select date_trunc('week', on_day)::date as monday,
        sum(case when reverses_id is null then principal + interest else -principal - interest end)::bigint as received
      from lending.repayment
      where city_id = ${db.city} and on_day >= ${first}::date and on_day <= ${cut.today}::date group by 1
    )
    select w.monday, coalesce(d.due, 0)::bigint as "dueRupiah", coalesce(r.received, 0)::bigint as "receivedRupiah",
      coalesce(d.on_time, 0)::bigint as "onTimeRupiah"
    from week w left join due d using (monday) left join received r using (monday) order by w.monday`.execute(
    db,
  );
  return rows;
}
