import { sql } from 'kysely';
import { addDays, formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { sum } from '#kernel/money.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { planCharge } from '../../life/plans.ts';
import { penaltyOf } from '../../product-conditions.ts';
import type { LateFacts, LatePenalty } from '../../product-conditions.ts';
import type { RepayEvery } from '../../terms.ts';
import { openedAccounts } from '../loan-accounts.ts';
import { recordLife } from '../life-store.ts';
import { lockLoanInHand } from '../loan-in-hand.ts';

/** A book's day as penalties need it. */
export interface PenaltyDay {
  readonly bookId: string;
  readonly institutionId: string;
  readonly day: BusinessDate;
  /** The city's zone: what was recorded after the day's last midnight came since. */
  readonly zone: string;
  readonly context: CommandContext;
  /** Whether this transaction keeps postings into the day waiting. */
  readonly holdsDay: boolean;
}

/** What a day's penalties came to. */
export interface PenaltyTally {
  readonly penaltyLoans: bigint;
  readonly penaltyRupiah: bigint;
}

interface Penalty {
  readonly id: string;
  readonly loanId: string;
  readonly rupiah: bigint;
  readonly reason: string;
}

/**
 * Charges what being late costs at the end of a day by each product's rule, once all of the book's loans have been
 * brought to it. A lender none of whose products has such a rule pays nothing.
 *
 * A penalty is payable from the day after. Loans on which money came since, because the day is closed late, are
 * computed again one by one, as if it had been charged in time; a loan that was paid off meanwhile is left in peace.
 * It is income when it is paid, as every charge.
 *
 * @returns null when a piece of its own is needed, because somebody is charged: meetings take loans first and the day
 *   after them, and whoever holds the day must not wait for loans
 */
export async function chargePenalties(
  tx: Tx,
  of: PenaltyDay,
  rules: readonly PenaltyRule[],
): Promise<PenaltyTally | null> {
  if (rules.length === 0) return { penaltyLoans: 0n, penaltyRupiah: 0n };
  const penalties = (await lateLoans(tx, of, rules)).flatMap((late): Penalty[] => {
    const rule = rules.find((one) => one.productId === late.productId);
    const rupiah = rule ? penaltyOf(rule.penalty, late) : 0n;
    const reason = `terlambat sejak ${formatDate(late.lateSince, 'id')}`;
    return rupiah > 0n ? [{ id: newId(), loanId: late.loanId, rupiah, reason }] : [];
  });
  if (of.holdsDay && penalties.length > 0) return null;
  const { plain, moved } = await lockLoans(tx, of, penalties);
  await insertCharges(tx, of, plain);
  await chargeOneByOne(tx, of, moved);
  const charged = [...plain, ...moved];
  return {
    penaltyLoans: BigInt(charged.length),
    penaltyRupiah: sum(charged.map((penalty) => penalty.rupiah)),
  };
}

/** A product of a lender that charges for being late. */
export interface PenaltyRule {
  readonly productId: string;
  readonly penalty: LatePenalty;
  readonly repayEvery: RepayEvery;
}

export async function penaltyRulesOf(tx: Tx, institutionId: string): Promise<PenaltyRule[]> {
  const { rows } = await sql<PenaltyRule>`
    select id as "productId", terms -> 'latePenalty' as penalty, terms -> 'repayEvery' as "repayEvery"
    from lending.product
    where city_id = ${tx.city} and institution_id = ${institutionId} and terms ? 'latePenalty'`.execute(
    tx,
  );
  return rows;
}

interface LateLoan extends LateFacts {
  readonly loanId: string;
  readonly productId: string;
  readonly lateSince: BusinessDate;
}

/** Loans that are late beyond the grace of their product, read off the positions that the close has just written. */
async function lateLoans(
  tx: Tx,
  { bookId, day }: PenaltyDay,
  rules: readonly PenaltyRule[],
): Promise<LateLoan[]> {
  const given = rules.map(({ productId, penalty, repayEvery }) => ({
    product_id: productId,
    edge: addDays(day, -penalty.graceDays - 1),
    capped: penalty.mostPercent !== undefined,
    ...repayEvery,
  }));
  const { rows } = await sql<Omit<LateLoan, 'newlyLate'> & { newlyLate: bigint }>`
    with late as materialized (
      select loan_id, late_since, schedule_version, paid_principal, paid_interest, lent_rupiah from lending.loan_position
      where city_id = ${tx.city} and book_id = ${bookId} and running and late_since < ${day}::date)
    select p.loan_id as "loanId", r.product_id as "productId", p.late_since as "lateSince", p.lent_rupiah as principal,
      f.newly as "newlyLate",
      greatest(0, s.principal_due[n.until] - p.paid_principal)
        + greatest(0, s.interest_due[n.until] - p.paid_interest) as overdue,
      case r.unit when 'month' then m.months % r.count = 0
          and (p.late_since + make_interval(months => m.months))::date = r.edge
        else (r.edge - p.late_since) % (r.count * case r.unit when 'week' then 7 else 1 end) = 0 end as "atPeriod",
      case when r.capped then ${chargedBefore(tx.city, day)} else 0 end as charged
    from late p
    join lending.loan l on l.city_id = ${tx.city} and l.id = p.loan_id and l.state = 'active'
    join jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (product_id uuid, edge date, capped boolean, count int,
      unit text) on r.product_id = l.product_id and p.late_since <= r.edge
    join lending.schedule_version s on s.city_id = ${tx.city} and s.loan_id = p.loan_id and s.version = p.schedule_version
    cross join lateral (
      select width_bucket(r.edge, s.due_on) as until, width_bucket(r.edge - 1, s.due_on) as before) n
    cross join lateral (
      select (extract(year from r.edge) - extract(year from p.late_since))::int * 12
        + (extract(month from r.edge) - extract(month from p.late_since))::int as months) m
    cross join lateral (
      select count(*) as newly from generate_series(n.before + 1, n.until) i
      where least(s.principal_due[i] - coalesce(s.principal_due[i - 1], 0), s.principal_due[i] - p.paid_principal) > 0
        or least(s.interest_due[i] - coalesce(s.interest_due[i - 1], 0), s.interest_due[i] - p.paid_interest) > 0) f`.execute(
    tx,
  );
  return rows.map((row) => ({ ...row, newlyLate: Number(row.newlyLate) }));
}

/** Penalties of days before by the same rule, less those undone, for a rule that stops at a limit. */
function chargedBefore(city: string, day: BusinessDate) {
  return sql`(select coalesce(sum(c.amount_rupiah), 0) from lending.charge c
    where c.city_id = ${city} and c.loan_id = p.loan_id and c.kind = 'penalty' and c.source = 'day-close' and c.on_day < ${day}
      and not exists (select from lending.loan_event e where e.city_id = ${city} and e.reverses_id = c.id))::bigint`;
}

/**
 * Holds the loans, in id order as meetings do, and tells those on which nothing was recorded after the day from those
 * whose money of since, whatever day it counts from, has to be looked at again. Loans that are no longer running drop out.
 */
async function lockLoans(
  tx: Tx,
  { day, zone }: PenaltyDay,
  penalties: readonly Penalty[],
): Promise<{ plain: Penalty[]; moved: Penalty[] }> {
  if (penalties.length === 0) return { plain: [], moved: [] };
  const ids = penalties.map((penalty) => penalty.loanId);
  await sql`
    select 1 from lending.loan where city_id = ${tx.city} and id = any (${ids}::uuid[]) and state = 'active'
    order by id for no key update`.execute(tx);
  // A statement of its own sees what those it waited for have written.
  const since = sql`recorded_at >= ((${day}::date + 1)::timestamp at time zone ${zone})`;
  const { rows } = await sql<{ id: string; later: boolean }>`
    select l.id, exists (select from lending.repayment
        where city_id = ${tx.city} and loan_id = l.id and ${since})
      or exists (select from lending.loan_event
        where city_id = ${tx.city} and loan_id = l.id and ${since}) as later
    from lending.loan l where l.city_id = ${tx.city} and l.id = any (${ids}::uuid[]) and l.state = 'active'`.execute(
    tx,
  );
  const later = new Map(rows.map((row) => [row.id, row.later]));
  return {
    plain: penalties.filter((penalty) => later.get(penalty.loanId) === false),
    moved: penalties.filter((penalty) => later.get(penalty.loanId) === true),
  };
}

async function insertCharges(tx: Tx, of: PenaltyDay, plain: readonly Penalty[]): Promise<void> {
  if (plain.length === 0) return;
  const { day, context, bookId } = of;
  // A meeting that takes the penalty finds its account there.
  await openedAccounts(tx, [{ id: newId(), bookId, control: 'penaltyIncome', leaf: null }]);
  const column = <T>(read: (penalty: Penalty) => T) => plain.map(read);
  await sql`
    with given as (
      select * from unnest(${column((one) => one.id)}::uuid[], ${column((one) => one.loanId)}::uuid[],
        ${column((one) => one.rupiah.toString())}::bigint[], ${column((one) => one.reason)}::text[])
        as g (id, loan_id, amount, reason)
    ), charged as (
      insert into lending.charge (city_id, id, loan_id, kind, on_day, due_on, amount_rupiah, source, reason, by_user, recorded_at)
      select ${tx.city}, id, loan_id, 'penalty', ${day}::date, ${day}::date + 1, amount, 'day-close', reason,
        ${context.actor.userId}::uuid, ${context.now}::timestamptz
      from given order by loan_id
    )
    update lending.loan l set charged_penalty = l.charged_penalty + g.amount
    from given g where l.city_id = ${tx.city} and l.id = g.loan_id`.execute(tx);
}

/** Money that came after the day may count differently now: each of these loans is computed again. */
async function chargeOneByOne(
  tx: Tx,
  { day, context }: PenaltyDay,
  moved: readonly Penalty[],
): Promise<void> {
  for (const penalty of moved) {
    const loan = await lockLoanInHand(tx, penalty);
    const { id, rupiah: amountRupiah, reason } = penalty;
    const charge = { id, kind: 'penalty', on: day, dueOn: addDays(day, 1), amountRupiah } as const;
    const entered = planCharge(loan, charge, { today: context.today, newId });
    await recordLife(tx, { entered, context, details: { reason, chargeSource: 'day-close' } });
  }
}
