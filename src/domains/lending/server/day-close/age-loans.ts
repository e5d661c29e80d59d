import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Tx } from '#platform/db/tx.ts';
import { bucketEdges } from '../../loan-position.ts';
import { happenedNames, noTally, standingNames } from '../../portfolio-day.ts';
import type { Tally } from '../../portfolio-day.ts';
import type { GradeRule } from './grade-rules.ts';

/** Figures that ageing moves. */
type AgedName = (typeof standingNames)[number] | (typeof happenedNames)[number];

/** One piece of a day's close: which book and day, and by which grade tables. */
export interface DayBatch {
  readonly bookId: string;
  readonly institutionId: string;
  readonly day: BusinessDate;
  /** The day closed before; null when this is the book's first. Loans lent after it are new. */
  readonly closedUntil: BusinessDate | null;
  /** The city's zone: what was recorded between two of its midnights belongs to the day. */
  readonly zone: string;
  readonly rules: readonly GradeRule[];
  /** Instalment frequencies whose table differs from the day before: all their loans are graded anew. */
  readonly regraded: readonly string[];
  readonly size: number;
  /** A book of very many loans, for which it pays to plan each day anew. */
  readonly large: boolean;
}

/**
 * Brings loans that the day changed to its end, at most `size` of them, in one statement: new ones, those on which
 * something was recorded, and those whose `next_change_on` has come. Nobody else is looked at. What it wrote no longer
 * qualifies, so calling it again goes on where it stopped.
 *
 * A position is the one before plus what was recorded on the day, and not what the loan says now: so a day that is
 * closed late comes out as it would have in time.
 */
export async function ageLoans(
  tx: Tx,
  batch: DayBatch,
): Promise<{ touched: number; tally: Tally }> {
  if (batch.large) await planForThisDay(tx);
  const { rows } = await sql<Record<AgedName | 'touched', bigint>>`
    with moved as materialized (
      select loan_id, sum(principal)::bigint as principal, sum(interest)::bigint as interest, sum(lent)::bigint as lent,
        sum(written_off) as written_off, sum(abs(written_off)) > 0 as rewritten
      from (${recordedSql(tx.city, sql`recorded_at >= ${midnight(batch, 0)} and recorded_at < ${midnight(batch, 1)}`)}) e
      group by loan_id),
    touched as materialized (${touchedSql(tx.city, batch)} limit ${batch.size}),
    looked as materialized (${lookedSql(tx.city, batch)}),
    changed as (
      update lending.loan_position p set as_of = ${batch.day}, next_change_on = k.next_change_on, schedule_version = k.version,
        lent_rupiah = k.lent, written_off = k.written_off, paid_principal = k.principal, paid_interest = k.interest, outstanding_rupiah = k.outstanding,
        earned_interest = k.earned, unpaid_interest = k.unpaid_interest, overdue_rupiah = k.overdue,
        late_since = k.late_since, bucket = k.bucket, grade = k.grade, running = k.running
      from looked k where p.city_id = ${tx.city} and p.loan_id = k.loan_id and not k.fresh),
    added as (
      insert into lending.loan_position (city_id, loan_id, book_id, repay_unit, as_of, next_change_on, schedule_version,
        lent_rupiah, written_off, paid_principal, paid_interest, outstanding_rupiah, earned_interest, unpaid_interest, overdue_rupiah, late_since,
        bucket, grade, running)
      select ${tx.city}, loan_id, ${batch.bookId}, repay_unit, ${batch.day}, next_change_on, version, lent, written_off, principal,
        interest, outstanding, earned, unpaid_interest, overdue, late_since, bucket, grade, running
      from looked where fresh)
    select count(*) as touched, ${tallySql} from looked`.execute(tx);
  const { touched = 0n, ...moved } = rows[0] ?? {};
  return { touched: Number(touched), tally: { ...noTally, ...moved } };
}

/** Planning costs more than the day of a small book; a plan made for any day would cost a large one more. */
async function planForThisDay(tx: Tx): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('statement_timeout', '300s', true)`.execute(
    tx,
  );
}

/** The instant at which the day begins, or with 1 the one after it. */
function midnight({ day, zone }: DayBatch, later: number): RawBuilder<unknown> {
  return sql`((${day}::date + ${sql.raw(String(later))})::timestamp at time zone ${zone})`;
}

/** Keeps the index by instant out: of one loan, the index by loan finds everything at once. */
const nothing = sql.raw("interval '0'");

/** What was recorded on loans: by how much it moved what is paid and lent, and whether it wrote off (1) or undid that. */
function recordedSql(city: string, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select loan_id, case when reverses_id is null then principal else -principal end as principal,
      case when reverses_id is null then interest else -interest end as interest, 0::bigint as lent, 0 as written_off
    from lending.repayment where city_id = ${city} and ${which}
    union all ${eventsSql(city, which)}`;
}

function eventsSql(city: string, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select e.loan_id, e.principal, e.interest,
      case when coalesce(u.kind, e.kind) in ('tranche', 'top-up')
        then case when u.id is null then e.amount_rupiah else -u.amount_rupiah end else 0 end as lent,
      case when coalesce(u.kind, e.kind) = 'write-off' then case when u.id is null then 1 else -1 end else 0 end as written_off
    from (select * from lending.loan_event where city_id = ${city} and ${which}) e
    left join lending.loan_event u on u.city_id = ${city} and u.id = e.reverses_id`;
}

/** Loans the day touched, with what was paid and lent until its end and how they stood before. */
function touchedSql(city: string, batch: DayBatch): RawBuilder<unknown> {
  const { bookId, day, regraded } = batch;
  const to = midnight(batch, 1);
  // A new table is in force: every running loan of its frequency is looked at.
  const gradedAnew =
    regraded.length === 0
      ? sql``
      : sql`or (p.running and p.repay_unit = any (${[...regraded]}::text[]))`;
  return sql`
    select p.loan_id, false as fresh, p.repay_unit, p.lent_rupiah + coalesce(m.lent, 0) as lent,
      p.paid_principal + coalesce(m.principal, 0) as principal, p.paid_interest + coalesce(m.interest, 0) as interest,
      p.written_off::int + coalesce(m.written_off, 0) > 0 as written_off,
      p.written_off and not coalesce(m.rewritten, false) as was_written_off,
      p.running as was_running, p.bucket as was_bucket, p.grade as was_grade, p.outstanding_rupiah as was_outstanding,
      p.overdue_rupiah as was_overdue, p.unpaid_interest as was_unpaid_interest, p.earned_interest as was_earned,
      p.lent_rupiah as was_lent, p.paid_principal as was_principal, p.paid_interest as was_interest
    from lending.loan_position p left join moved m on m.loan_id = p.loan_id
    where p.city_id = ${city} and p.book_id = ${bookId} and p.as_of < ${day}
      and (p.next_change_on <= ${day} or m.loan_id is not null ${gradedAnew})
    union all
    select l.id, true, l.terms -> 'product' -> 'repayEvery' ->> 'unit', l.principal_rupiah - later.lent,
      so_far.principal, so_far.interest, so_far.written_off > 0, false, false, 0, null, 0, 0, 0, null, 0, 0, 0
    from lending.loan l
    cross join lateral (
      select coalesce(sum(e.principal), 0)::bigint as principal, coalesce(sum(e.interest), 0)::bigint as interest,
        coalesce(sum(e.written_off), 0) as written_off
      from (${recordedSql(city, sql`loan_id = l.id and recorded_at + ${nothing} < ${to}`)}) e) so_far
    cross join lateral (
      select coalesce(sum(e.lent), 0)::bigint as lent
      from (${eventsSql(city, sql`loan_id = l.id and recorded_at + ${nothing} >= ${to}`)}) e) later
    where l.city_id = ${city} and l.institution_id = ${batch.institutionId} and l.disbursed_on <= ${day}
      and l.disbursed_on > ${batch.closedUntil ?? '-infinity'}::date
      and not exists (select from lending.loan_position p where p.city_id = ${city} and p.loan_id = l.id)`;
}

/**
 * Each touched loan as it is at the day's end, by binary searches over its schedule. One that is written off earns no
 * interest any more, whatever still comes in on it; undone and written off again, it earned until the second time.
 */
function lookedSql(city: string, batch: DayBatch): RawBuilder<unknown> {
  const { day, rules } = batch;
  const edges = sql.raw(`array[${bucketEdges.join(', ')}]`);
  return sql`
    select t.*, s.version, case when t.written_off then 0 else t.lent - t.principal end as outstanding, d.earned,
      d.earned - d.earned_before as earned_today, d.unpaid_interest, d.overdue, c.late_since, a.bucket, d.running,
      case when d.running then r.grades[a.line + 1] end as grade,
      coalesce(least(case when not t.written_off then s.due_on[n.due + 1] end,
        case when d.due_now > d.overdue then ${day}::date + 1 end,
        case when d.running and s.due_on[n.paid_up + 1] <= ${day} then s.due_on[n.paid_up + 1]
          + least((${edges})[a.bucket + 1], r.most[a.late_line + 1] + 1) end,
        case when d.running then d.maturity + r.after[a.mature_line + 1] + 1 end), 'infinity') as next_change_on
    from touched t
    cross join lateral (
      select v.version, v.due_on, v.principal_due, v.interest_due from lending.schedule_version v
      where v.city_id = ${city} and v.loan_id = t.loan_id and v.made_at < ${midnight(batch, 1)}
      order by v.version desc limit 1) s
    left join jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) as r (unit text, grades smallint[], most int[], after int[])
      on r.unit = t.repay_unit
    cross join lateral (
      select width_bucket(${day}::date, s.due_on) as due, width_bucket(${day}::date - 1, s.due_on) as before,
        least(width_bucket(t.principal, s.principal_due), width_bucket(t.interest, s.interest_due)) as paid_up,
        cardinality(s.due_on) as last) n
    cross join lateral (
      select case when t.written_off then 0 else greatest(0, coalesce(s.principal_due[n.before], 0) - t.principal)
          + greatest(0, coalesce(s.interest_due[n.before], 0) - t.interest) end as overdue,
        case when t.written_off then 0 else greatest(0, coalesce(s.principal_due[n.due], 0) - t.principal)
          + greatest(0, coalesce(s.interest_due[n.due], 0) - t.interest) end as due_now,
        case when t.written_off and t.was_written_off then t.was_earned else coalesce(s.interest_due[n.due], 0) end as earned,
        coalesce(s.interest_due[n.before], 0) as earned_before,
        case when t.written_off then 0 else greatest(0, coalesce(s.interest_due[n.due], 0) - t.interest) end as unpaid_interest,
        s.due_on[n.last] as maturity,
        not t.written_off and (t.principal < s.principal_due[n.last] or t.interest < s.interest_due[n.last]) as running) d
    cross join lateral (
      select case when d.running and s.due_on[n.paid_up + 1] < ${day} then s.due_on[n.paid_up + 1] end as late_since) c
    cross join lateral (
      select coalesce(${day}::date - c.late_since, 0) as days,
        case when d.running then greatest(0, ${day}::date - d.maturity) else 0 end as after) o
    cross join lateral (
      select width_bucket(o.days, ${edges}) as bucket,
        width_bucket(o.days - 1, r.most) as late_line, coalesce(width_bucket(o.after - 1, r.after), 0) as mature_line,
        greatest(width_bucket(o.days - 1, r.most), coalesce(width_bucket(o.after - 1, r.after), 0)) as line) a`;
}

const late = (edge: number) => {
  const bucket = bucketEdges.findIndex((one) => one === edge) + 1;
  return `sum(case when running and bucket = ${bucket} then outstanding else 0 end
    - case when was_running and was_bucket = ${bucket} then was_outstanding else 0 end)`;
};
const graded = (grade: number) =>
  `sum(case when grade = ${grade} then outstanding else 0 end - case when was_grade = ${grade} then was_outstanding else 0 end)`;

const sums: Record<AgedName, string> = {
  loans: 'sum(running::int - was_running::int)',
  lateLoans: 'sum((bucket > 0)::int - (was_bucket > 0)::int)',
  outstanding: 'sum(outstanding - was_outstanding)',
  overdue: 'sum(overdue - was_overdue)',
  unpaidInterest: 'sum(unpaid_interest - was_unpaid_interest)',
  earnedInterest: 'sum(case when fresh then earned_today else earned - was_earned end)',
  late1: late(1),
  late8: late(8),
  late31: late(31),
  late61: late(61),
  late91: late(91),
  grade1: graded(1),
  grade2: graded(2),
  grade3: graded(3),
  grade4: graded(4),
  grade5: graded(5),
  newLoans: 'count(*) filter (where fresh)',
  lent: 'sum(lent - was_lent)',
  paidPrincipal: 'sum(principal - was_principal)',
  paidInterest: 'sum(interest - was_interest)',
  paidOff: 'count(*) filter (where not running and was_running)',
  becameLate: 'count(*) filter (where bucket > 0 and was_bucket = 0)',
  becameCurrent: 'count(*) filter (where bucket = 0 and was_bucket > 0)',
  gradeWorse: 'count(*) filter (where grade > was_grade)',
  gradeBetter: 'count(*) filter (where grade < was_grade)',
};

const tallySql = sql.raw(
  [...standingNames, ...happenedNames]
    .map((name) => `coalesce(${sums[name]}, 0)::bigint as "${name}"`)
    .join(', '),
);
