import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Grade } from '../../arrears.ts';
import type { Explanation, ReconciledPart, ReconciledState } from '../../partner/explanation.ts';
import type { ProductTerms } from '../../terms.ts';
import { ofLender } from './partner-pages.ts';

/** A partner's loan in a list; amounts in the smallest unit of its `digits`. */
export interface PartnerLoanRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly lender: string;
  readonly digits: number;
  readonly principal: bigint;
  /** Principal less what the repayment files brought. */
  readonly outstanding: bigint;
  readonly disbursedOn: BusinessDate;
  readonly state: 'running' | 'closed';
  readonly grade: Grade | null;
  readonly differs: number;
  readonly subsidised: boolean;
}

const loanSql = sql`
    from lending.partner_loan l
    join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    left join lateral (select sum(r.principal)::bigint as principal from lending.partner_repayment r
      where r.city_id = l.city_id and r.loan_id = l.id) paid on true
    left join lateral (select count(*)::int as differs from lending.reconciliation_item x
      where x.city_id = l.city_id and x.loan_id = l.id and x.state <> 'matched') x on true`;
const loanColumns = sql`l.id, l.number, p.name, i.short_name as lender, l.digits, l.principal,
    l.principal - coalesce(paid.principal, 0) as outstanding, l.disbursed_on as "disbursedOn", l.state, l.grade,
    coalesce(x.differs, 0) as differs,
    exists (select from lending.subsidised_loan s where s.city_id = l.city_id and s.loan_id = l.id) as subsidised`;

const loanSorts = {
  nama: 'p.name',
  nomor: 'l.number',
  lembaga: 'i.short_name',
  sisa: 'l.principal - coalesce(paid.principal, 0)',
  beda: 'x.differs',
  cair: 'l.disbursed_on',
};

/** Filters: `lembaga`, `status` (`running`, `closed`, `beda`). */
export async function listPartnerLoans(
  db: Reader,
  ask: ListAsk,
  scope: Scope,
): Promise<ListPage<PartnerLoanRow>> {
  const { lembaga = null, status = null } = ask.filters;
  const pattern = containing(ask.q);
  const { rows } = await sql<PartnerLoanRow & { total: bigint }>`
    select ${loanColumns}, count(*) over () as total ${loanSql}
    where l.city_id = ${db.city} and ${ofLender(scope)}
      and (${ask.q} = '' or l.number ilike ${pattern} or p.name ilike ${pattern})
      and (${lembaga}::text is null or i.id::text = ${lembaga})
      and (${status}::text is null or l.state = ${status} or (${status} = 'beda' and x.differs > 0))
    order by ${orderOf(ask, loanSorts, 'l.id')} ${pageOf(ask)}`.execute(db);
  return { rows, total: Number(rows[0]?.total ?? 0n) };
}

/** One line of the two books side by side. */
export interface ReconciliationRow {
  readonly loanId: string;
  readonly loanNumber: string;
  readonly name: string;
  readonly lender: string;
  readonly digits: number;
  readonly part: ReconciledPart;
  readonly item: string;
  readonly onDay: BusinessDate | null;
  readonly state: ReconciledState;
  readonly explanation: Explanation | null;
  readonly theirs: Readonly<Record<string, string>>;
  readonly ours: Readonly<Record<string, string>>;
  readonly difference: bigint;
}

const itemSql = sql`
    from lending.reconciliation_item x
    join lending.partner_loan l on l.city_id = x.city_id and l.id = x.loan_id
    join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id`;
const itemColumns = sql`x.loan_id as "loanId", l.number as "loanNumber", p.name, i.short_name as lender, l.digits, x.part, x.item,
    x.on_day as "onDay", x.state, x.explanation, x.theirs, x.ours, x.difference`;

const itemSorts = {
  keadaan: `array_position(array['unknown', 'differs', 'matched'], x.state)`,
  pinjaman: 'l.number',
  nama: 'p.name',
  tanggal: 'x.on_day',
  selisih: 'abs(x.difference)',
};

/** Filters: `lembaga`, `keadaan`, `bagian`, `sebab`. */
export async function listReconciliation(
  db: Reader,
  ask: ListAsk,
  scope: Scope,
): Promise<ListPage<ReconciliationRow>> {
  const { lembaga = null, keadaan = null, bagian = null, sebab = null } = ask.filters;
  const pattern = containing(ask.q);
  const { rows } = await sql<ReconciliationRow & { total: bigint }>`
    select ${itemColumns}, count(*) over () as total ${itemSql}
    where x.city_id = ${db.city} and ${ofLender(scope)}
      and (${ask.q} = '' or l.number ilike ${pattern} or p.name ilike ${pattern} or x.item ilike ${pattern})
      and (${lembaga}::text is null or i.id::text = ${lembaga}) and (${keadaan}::text is null or x.state = ${keadaan})
      and (${bagian}::text is null or x.part = ${bagian}) and (${sebab}::text is null or x.explanation = ${sebab})
    order by ${orderOf(ask, itemSorts, 'l.number, x.part, x.on_day, x.item')} ${pageOf(ask)}`.execute(
    db,
  );
  return { rows, total: Number(rows[0]?.total ?? 0n) };
}

export interface SubsidyLine {
  readonly number: number;
  readonly dueOn: BusinessDate;
  readonly lenderInterest: bigint;
  readonly borrowerInterest: bigint;
  readonly subsidy: bigint;
  /** What became of the government's share. */
  readonly state: 'ahead' | 'accrued' | 'claimed' | 'paid' | 'taken-back';
}

export interface PartnerLoanDetail extends PartnerLoanRow {
  readonly terms: { readonly product: ProductTerms; readonly firstDueOn: BusinessDate | null };
  readonly gradedOn: BusinessDate | null;
  readonly closedOn: BusinessDate | null;
  readonly agreementId: string | null;
  readonly agreementNumber: string | null;
  readonly endedOn: BusinessDate | null;
  readonly items: readonly ReconciliationRow[];
  readonly subsidy: readonly SubsidyLine[];
}

/** A partner's loan with both books side by side and, where the government shares its interest, both payers. */
export async function findPartnerLoan(
  db: Reader,
  id: string,
  scope: Scope,
): Promise<PartnerLoanDetail | null> {
  const { rows } = await sql<Omit<PartnerLoanDetail, 'items' | 'subsidy'>>`
    select ${loanColumns}, l.terms, l.graded_on as "gradedOn", l.closed_on as "closedOn", a.id as "agreementId",
      a.number as "agreementNumber", s.ended_on as "endedOn" ${loanSql}
    left join lending.subsidised_loan s on s.city_id = l.city_id and s.loan_id = l.id
    left join lending.subsidy_agreement a on a.city_id = s.city_id and a.id = s.agreement_id
    where l.city_id = ${db.city} and l.id = ${id} and ${ofLender(scope)}`.execute(db);
  const loan = rows[0];
  if (!loan) return null;
  const items = await sql<ReconciliationRow>`
    select ${itemColumns} ${itemSql} where x.city_id = ${db.city} and x.loan_id = ${id}
    order by x.on_day, x.part, x.item`.execute(db);
  const subsidy = await sql<SubsidyLine>`
    select r.number, r.due_on as "dueOn", r.lender_interest as "lenderInterest", r.borrower_interest as "borrowerInterest",
      r.subsidy, case when b.loan_id is not null then 'taken-back' when a.loan_id is null then 'ahead' when c.state = 'paid' then 'paid'
        when a.claim_id is not null then 'claimed' else 'accrued' end as state
    from lending.subsidy_row r
    left join lending.subsidy_accrual a on a.city_id = r.city_id and a.loan_id = r.loan_id and a.number = r.number
      and a.kind = 'accrued'
    left join lending.subsidy_accrual b on b.city_id = r.city_id and b.loan_id = r.loan_id and b.number = r.number
      and b.kind = 'taken-back'
    left join lending.subsidy_claim c on c.city_id = a.city_id and c.id = a.claim_id
    where r.city_id = ${db.city} and r.loan_id = ${id} order by r.number`.execute(db);
  return { ...loan, items: items.rows, subsidy: subsidy.rows };
}
