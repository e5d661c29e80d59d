import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';

/** One repayment as the loan's page tells it. */
export interface RepaymentLine {
  readonly id: string;
  readonly on: BusinessDate;
  readonly payerName: string;
  /** True when a peer paid. */
  readonly covered: boolean;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly source: 'meeting' | 'office' | 'transfer';
  readonly journalId: string;
}

/** What the lender sees: money that reached the loan, newest first. */
export async function repaymentsOf(db: Reader, loanId: string): Promise<RepaymentLine[]> {
  const { rows } = await sql<RepaymentLine>`
    select r.id, r.on_day as "on", p.name as "payerName", r.cover_id is not null as covered, r.principal, r.interest,
      r.source, r.journal_id as "journalId"
    from lending.repayment r join registry.person p on p.city_id = r.city_id and p.id = r.payer_id
    where r.city_id = ${db.city} and r.loan_id = ${loanId}
    order by r.on_day desc, r.id desc`.execute(db);
  return rows;
}

/** The member's own series: what was due, what she paid herself, what peers covered. */
export interface MarkLine {
  readonly on: BusinessDate;
  readonly dueRupiah: bigint;
  readonly herselfRupiah: bigint;
  readonly coveredRupiah: bigint;
}

/** Her own series, oldest first. */
export async function marksOf(db: Reader, loanId: string): Promise<MarkLine[]> {
  const { rows } = await sql<MarkLine>`
    select due_on as "on", due_rupiah as "dueRupiah", paid_by_herself as "herselfRupiah", covered as "coveredRupiah"
    from lending.instalment_mark where city_id = ${db.city} and loan_id = ${loanId} order by due_on`.execute(
    db,
  );
  return rows;
}

/** A line of the books on the loan's own leaf; a meeting's journal holds other members' lines too, which stay theirs. */
export interface JournalLine {
  readonly journalId: string;
  readonly on: BusinessDate;
  readonly says: string;
  readonly account: string;
  /** Debit positive. */
  readonly amountRupiah: bigint;
}

/** What the books say of the loan, newest first. */
export async function journalLinesOf(db: Reader, loanId: string): Promise<JournalLine[]> {
  const { rows } = await sql<JournalLine>`
    select j.id as "journalId", j.business_date as "on", j.says,
      own.control || coalesce(':' || own.leaf, '') as account, e.amount as "amountRupiah"
    from ledger.account own
    join ledger.entry e on e.city_id = own.city_id and e.account_id = own.id
    join ledger.journal j on j.city_id = own.city_id and j.id = e.journal_id
    where own.city_id = ${db.city} and own.owner_kind = 'loan' and own.owner_id = ${loanId}
    order by e.account_entry desc`.execute(db);
  return rows;
}

/** A claim between members, seen from either side. */
export interface ClaimLine {
  readonly id: string;
  readonly on: BusinessDate;
  readonly creditorName: string;
  readonly debtorName: string;
  readonly amountRupiah: bigint;
  readonly repaidRupiah: bigint;
  readonly state: 'open' | 'repaid' | 'forgiven';
}

/** Claims that a person holds or owes, newest first: what peers covered stays between the members. */
export async function claimsOfPerson(db: Reader, personId: string): Promise<ClaimLine[]> {
  const { rows } = await sql<ClaimLine>`
    select c.id, c.opened_on as "on", cp.name as "creditorName", dp.name as "debtorName",
      c.amount_rupiah as "amountRupiah", c.repaid_rupiah as "repaidRupiah", c.state
    from lending.member_claim c
    join registry.person cp on cp.city_id = c.city_id and cp.id = c.creditor_id
    join registry.person dp on dp.city_id = c.city_id and dp.id = c.debtor_id
    where c.city_id = ${db.city} and (c.creditor_id = ${personId} or c.debtor_id = ${personId})
    order by c.opened_on desc, c.id desc`.execute(db);
  return rows;
}
