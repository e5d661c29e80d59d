import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { controls } from '#domains/ledger/chart.ts';
import type { LeafOwner } from '#domains/ledger/chart.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { CumulativeSchedule } from '../loan-standing.ts';
import type { LoanInHand } from '../life/loan-life.ts';
import { mayPlanFrom } from '../life/plan-repayment.ts';
import { instalmentToday } from '../repayment-sheet.ts';
import type { LoanCharges, LoanDue } from '../repayment-sheet.ts';
import {
  owedByLife,
  paidAheadSaves,
  standingPaidAhead,
  standingWithCharges,
} from '../sheet-allocation.ts';
import type { OwedState } from '../sheet-allocation.ts';
import { getLoansInHand } from './loan-in-hand.ts';

/** Which loans, and the day they are looked at. */
export interface GroupDay {
  /** The programme group whose members borrow together. */
  readonly groupId: string;
  readonly on: BusinessDate;
}

/** Active loans of lending groups that come from a programme group, in order of the members' names. */
export function loansOfGroup(db: Reader, wanted: GroupDay): Promise<LoanDue[]> {
  return selectDue(db, { ...wanted, condition: ofGroup(db.city, wanted.groupId) });
}

/**
 * The same, held against everybody else until the transaction ends: taken in id order, so that two sheets
 * with loans in common queue instead of dead-locking. A closed loan that is opened again in between is nobody's to hold,
 * and so not of this sheet.
 */
export async function lockLoansOfGroup(tx: Tx, wanted: GroupDay): Promise<LoanDue[]> {
  const [held, loans] = await together(
    lock(tx, ofGroup(tx.city, wanted.groupId)),
    loansOfGroup(tx, wanted),
  );
  return loans.filter((loan) => held.has(loan.loanId));
}

/** Active loans by id. */
export function loansById(
  db: Reader,
  wanted: { loanIds: readonly string[]; on: BusinessDate },
): Promise<LoanDue[]> {
  return selectDue(db, { condition: byId(wanted.loanIds), on: wanted.on });
}

function ofGroup(city: string, groupId: string): RawBuilder<unknown> {
  return sql`l.lending_group_id = any (array(select g.id from lending.lending_group g
    where g.city_id = ${city} and g.business_group_id = ${groupId}))`;
}

function byId(loanIds: readonly string[]): RawBuilder<unknown> {
  return sql`l.id = any (${loanIds}::uuid[])`;
}

/**
 * A statement of its own: the read after it then sees what the others, whom it waited for, have written. Keys stay as
 * they are, so whoever only refers to a loan goes on: a day's close would else wait for it while it waits for the day.
 */
async function lock(tx: Tx, condition: RawBuilder<unknown>): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select l.id from lending.loan l
    where l.city_id = ${tx.city} and l.state = 'active' and ${condition}
    order by l.id for no key update`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

interface DueRow {
  loan_id: string;
  number: string;
  person_id: string;
  name: string;
  institution_id: string;
  lending_group_id: string | null;
  book_id: string;
  principal_rupiah: bigint;
  disbursed_on: BusinessDate;
  paid_principal: bigint;
  paid_interest: bigint;
  /** The first of the loans that fall due alike; its row carries the schedule for all of them. */
  alike: string;
  due_on: BusinessDate[] | null;
  principal_due: bigint[] | null;
  interest_due: bigint[] | null;
  last_meeting_on: BusinessDate | null;
  /** Something other than repayments moves where its money goes. */
  by_its_life: boolean;
  was_charged: boolean;
  fee_account_id: string | null;
  penalty_account_id: string | null;
}

/** Whether a loan was ever charged, counts by its whole life, and where charges are income; the others pay nothing for it. */
function otherwiseSql(): RawBuilder<unknown> {
  const charged = sql`l.charged_fee + l.charged_penalty > 0`;
  const account = (
    control: string,
  ) => sql`case when ${charged} then (select a.id from ledger.account a
    where a.city_id = l.city_id and a.book_id = b.id and a.control = ${control} and a.leaf is null) end`;
  return sql`${charged} as was_charged,
    ${charged} or l.schedule_version > 1 or l.terms -> 'product' -> 'allocation' is not null
      or coalesce(l.terms -> 'product' ->> 'prepayment', 'next-instalments') <> 'next-instalments' as by_its_life,
    ${account(controls.feeIncome.control)} as fee_account_id,
    ${account(controls.penaltyIncome.control)} as penalty_account_id`;
}

function chargesOf(row: DueRow, { charges: open }: OwedState): LoanCharges | null {
  return row.was_charged
    ? { open, feeAccountId: row.fee_account_id, penaltyAccountId: row.penalty_account_id }
    : null;
}

/** What loans and their borrowers hold in the books. */
type Leaves = ReadonlyMap<string, string>;

const leafKey = (bookId: string, kind: LeafOwner, ownerId: string | null) =>
  `${bookId} ${kind} ${ownerId}`;

/** The leaves of loans, of what borrowers claim and owe among themselves, and of their groups' interest. */
async function leavesOf(db: Reader, condition: RawBuilder<unknown>): Promise<Leaves> {
  const { rows } = await sql<{ id: string; bookId: string; kind: LeafOwner; ownerId: string }>`
    with l as materialized (select l.id, l.person_id, l.lending_group_id, l.institution_id from lending.loan l
      where l.city_id = ${db.city} and l.state = 'active' and ${condition})
    select a.id, a.book_id as "bookId", a.owner_kind as kind, a.owner_id as "ownerId" from ledger.account a
    where a.city_id = ${db.city} and a.owner_kind in ('loan', 'claim', 'debt', 'lending-group')
      and a.book_id = any (array(select b.id from ledger.book b where b.city_id = ${db.city}
        and b.institution_id = any (array(select distinct institution_id from l))))
      and a.owner_id = any (array(select id from l union select person_id from l
        union select lending_group_id from l where lending_group_id is not null))`.execute(db);
  return new Map(rows.map((row) => [leafKey(row.bookId, row.kind, row.ownerId), row.id]));
}

/**
 * What falls due when, by loan. Women who borrow together mostly owe alike, and a schedule has fifty instalments: it
 * travels once, and not with each of them.
 */
function schedulesOf(rows: readonly DueRow[]): Map<string, CumulativeSchedule> {
  const carried = new Map<string, CumulativeSchedule>();
  for (const {
    alike,
    due_on: dueOn,
    principal_due: principalDue,
    interest_due: interestDue,
  } of rows)
    if (dueOn && principalDue && interestDue)
      carried.set(alike, { dueOn, principalDue, interestDue });
  return carried;
}

/**
 * Every table beside the loan is looked up by its whole key, loan by loan: a city's first weeks have no statistics
 * worth the name, and a planner left to choose joined them all by city alone, thirty times slower.
 */
async function selectDue(
  db: Reader,
  wanted: { condition: RawBuilder<unknown>; on: BusinessDate },
): Promise<LoanDue[]> {
  const [{ rows }, leaves] = await together(
    sql<DueRow>`
    select l.id as loan_id, l.number, l.person_id, p.name, l.institution_id, l.lending_group_id, b.id as book_id,
      l.principal_rupiah, l.disbursed_on, l.paid_principal, l.paid_interest, first_value(l.id) over alike as alike,
      case when row_number() over alike = 1 then s.due_on end as due_on,
      case when row_number() over alike = 1 then s.principal_due end as principal_due,
      case when row_number() over alike = 1 then s.interest_due end as interest_due,
      (select m.due_on from lending.instalment_mark m
       where m.city_id = l.city_id and m.loan_id = l.id and m.due_on < ${wanted.on} order by m.due_on desc limit 1) as last_meeting_on,
      ${otherwiseSql()}
    from lending.loan l
    cross join lateral (select s.due_on, s.principal_due, s.interest_due from lending.schedule_version s
      where s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version offset 0) s
    cross join lateral (select p.name from registry.person p where p.city_id = l.city_id and p.id = l.person_id offset 0) p
    cross join lateral (select b.id from ledger.book b
      where b.city_id = l.city_id and b.institution_id = l.institution_id offset 0) b
    where l.city_id = ${db.city} and l.state = 'active' and ${wanted.condition}
    window alike as (partition by s.due_on, s.principal_due, s.interest_due)
    order by p.name, l.number`.execute(db),
    leavesOf(db, wanted.condition),
  );
  const lives = await getLoansInHand(
    db,
    rows.filter((row) => row.by_its_life).map((row) => row.loan_id),
  );
  const schedules = schedulesOf(rows);
  return rows.map((row) =>
    toDue(row, {
      schedules,
      leaves,
      life: lives.get(row.loan_id) ?? null,
      on: wanted.on,
    }),
  );
}

function toDue(
  row: DueRow,
  {
    schedules,
    leaves,
    life,
    on,
  }: {
    schedules: ReadonlyMap<string, CumulativeSchedule>;
    leaves: Leaves;
    life: LoanInHand | null;
    on: BusinessDate;
  },
): LoanDue {
  const leaf = (kind: LeafOwner, ownerId: string | null) =>
    leaves.get(leafKey(row.book_id, kind, ownerId)) ?? null;
  const loanLeaf = leaf('loan', row.loan_id);
  if (loanLeaf === null) throw new Error(`loan ${row.number} has no leaf in its book`);
  const schedule = schedules.get(row.alike);
  if (!schedule) throw new Error(`loan ${row.number} came without its schedule`);
  const paid = { principal: row.paid_principal, interest: row.paid_interest };
  const owed: OwedState = life
    ? owedByLife(life, on)
    : { ...paid, schedule, charges: [], life: null };
  return {
    loanId: row.loan_id,
    number: row.number,
    personId: row.person_id,
    name: row.name,
    institutionId: row.institution_id,
    lendingGroupId: row.lending_group_id,
    bookId: row.book_id,
    accountId: loanLeaf,
    incomeAccountId: leaf('lending-group', row.lending_group_id),
    claimAccountId: leaf('claim', row.person_id),
    debtAccountId: leaf('debt', row.person_id),
    principalRupiah: row.principal_rupiah,
    disbursedOn: row.disbursed_on,
    schedule,
    paid,
    charges: chargesOf(row, owed),
    life,
    standing:
      life && paidAheadSaves(life.terms) && mayPlanFrom(life, on)
        ? standingPaidAhead(owed, on)
        : standingWithCharges(owed, on),
    instalmentRupiah: instalmentToday(
      { owed, disbursedOn: row.disbursed_on },
      { lastMeetingOn: row.last_meeting_on, on },
    ),
  };
}
