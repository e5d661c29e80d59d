import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import { gradeIfKnown, gradeTables } from '../arrears.ts';
import type { Grade } from '../arrears.ts';
import { standingOf } from '../loan-standing.ts';
import type { CumulativeSchedule, LoanStanding, Paid } from '../loan-standing.ts';
import { cityGradeTables } from './day-close/grade-rules.ts';
import { scopeOfLending } from './lending-scope.ts';

/** Written off: off the balance sheet, still claimed; then recovered, or forgiven as far as it was not. */
export type LoanState = 'active' | 'closed' | 'written-off' | 'recovered' | 'forgiven';

/** One loan in a list. Amounts in whole rupiah. */
export interface LoanRow {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly name: string;
  readonly groupName: string | null;
  readonly institutionName: string;
  readonly state: LoanState;
  readonly disbursedOn: BusinessDate;
  readonly principalRupiah: bigint;
  readonly outstandingRupiah: bigint;
  readonly overdueRupiah: bigint;
  readonly overdueDays: number;
  readonly nextDueOn: BusinessDate | null;
}

/**
 * How each loan stands, in the database: instalments paid in full by two binary searches over the
 * schedule's arrays, so that a list of any length costs no replay.
 */
export function standingSql(on: BusinessDate) {
  return sql`cross join lateral (
      select least(width_bucket(l.paid_principal, s.principal_due), width_bucket(l.paid_interest, s.interest_due)) as paid_up,
        width_bucket(${on}::date - 1, s.due_on) as before_today) n
    cross join lateral (
      select s.due_on[n.paid_up + 1] as next_due_on,
        greatest(0, coalesce(s.principal_due[n.before_today], 0) - l.paid_principal)
          + greatest(0, coalesce(s.interest_due[n.before_today], 0) - l.paid_interest) as overdue_rupiah,
        case when l.state = 'active' then greatest(0, ${on}::date - s.due_on[n.paid_up + 1]) else 0 end as overdue_days) d`;
}

/** What each sort is by, and what has to be joined for it. */
const sorts = {
  nomor: { by: 'l.number' },
  nama: { by: 'p.name', needs: 'borrower' },
  kelompok: { by: 'g.name', needs: 'group' },
  sisa: { by: 'l.principal_rupiah - l.paid_principal' },
  tunggakan: { by: 'd.overdue_rupiah', needs: 'standing' },
  hari: { by: 'd.overdue_days', needs: 'standing' },
  cair: { by: 'l.disbursed_on' },
} satisfies Record<string, Sort>;

type Need = 'borrower' | 'group' | 'standing';

interface Sort {
  readonly by: string;
  readonly needs?: Need;
}

const groupJoin = sql`
    left join lending.lending_group g on g.city_id = l.city_id and g.id = l.lending_group_id`;
const scheduleJoin = sql`
    join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version`;

/**
 * Filters: `status` (a loan state, or `menunggak` for active ones in arrears), `lembaga`, `kelompok` (programme group), `renteng` (lending group), `orang` (borrower).
 *
 * First which loans, looking only at what the filters and the order ask for; then how those of one page stand.
 */
export async function listLoans(
  db: Reader,
  ask: ListAsk & { readonly on: BusinessDate },
  scope: Scope,
): Promise<ListPage<LoanRow>> {
  const { rows } = await sql<LoanRow & { total: bigint }>`
    with picked as materialized (${pickedLoans(db, ask, scope)})
    select l.id, l.number, l.person_id as "personId", p.name, g.name as "groupName", i.short_name as "institutionName",
      l.state, l.disbursed_on as "disbursedOn", l.principal_rupiah as "principalRupiah",
      l.principal_rupiah - l.paid_principal as "outstandingRupiah", d.overdue_rupiah as "overdueRupiah",
      coalesce(d.overdue_days, 0) as "overdueDays", d.next_due_on as "nextDueOn", k.total
    from picked k
    join lending.loan l on l.city_id = ${db.city} and l.id = k.id ${scheduleJoin}
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id ${groupJoin}
    ${standingSql(ask.on)}
    order by k.place`.execute(db);
  return { rows, total: Number(rows[0]?.total ?? 0n) };
}

/** Ids of one page of the loans asked for, their place in it, and how many there are in all. */
function pickedLoans(db: Reader, ask: ListAsk & { readonly on: BusinessDate }, scope: Scope) {
  const { status, lembaga, kelompok, orang, renteng } = ask.filters;
  const sort: Sort = Object.hasOwn(sorts, ask.sort)
    ? sorts[ask.sort as keyof typeof sorts]
    : sorts.nomor;
  const words = ask.q !== '';
  const borrower = words || !scope.all || sort.needs === 'borrower';
  const group = words || !scope.all || kelompok !== undefined || sort.needs === 'group';
  const standing = status === 'menunggak' || sort.needs === 'standing';
  const pattern = containing(ask.q);
  const conditions = [
    sql`l.city_id = ${db.city}`,
    ...(scope.all ? [] : [scopeOfLending(scope, sql`p`)]),
    ...(words
      ? [sql`(l.number ilike ${pattern} or p.name ilike ${pattern} or g.name ilike ${pattern})`]
      : []),
    ...(status === 'menunggak' ? [sql`l.state = 'active' and d.overdue_days > 0`] : []),
    ...(status !== undefined && status !== 'menunggak' ? [sql`l.state = ${status}`] : []),
    ...(lembaga === undefined ? [] : [sql`l.institution_id::text = ${lembaga}`]),
    ...(kelompok === undefined ? [] : [sql`g.business_group_id::text = ${kelompok}`]),
    ...(renteng === undefined ? [] : [sql`l.lending_group_id = ${renteng}::uuid`]),
    ...(orang === undefined
      ? []
      : // Asked of the city and not of the loan, her records are looked up once and not for every loan there is.
        [sql`l.person_id = any (array(select registry.records_of(${db.city}, ${orang}::uuid)))`]),
  ];
  const order = orderOf(ask, { [ask.sort]: sort.by }, 'l.id');
  return sql`
    select l.id, row_number() over (order by ${order}) as place, count(*) over () as total
    from lending.loan l
    ${borrower ? sql`join registry.person p on p.city_id = l.city_id and p.id = l.person_id` : sql``}
    ${group ? groupJoin : sql``}
    ${
      scope.all
        ? sql``
        : sql`join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id
          left join registry.business_group b on b.city_id = l.city_id and b.id = g.business_group_id`
    }
    ${standing ? sql`${scheduleJoin} ${standingSql(ask.on)}` : sql``}
    where ${sql.join(conditions, sql` and `)}
    order by place ${pageOf(ask)}`;
}

/** A loan with its schedule and how it stands on a day. */
export interface LoanDetail {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly name: string;
  readonly state: LoanState;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly productName: string;
  readonly sourceDocument: string;
  /** Kept back when it was handed out; amounts as digits. */
  readonly kept: readonly { readonly name: string; readonly rupiah: string }[];
  readonly annualRatePercent: string;
  readonly applicationId: string | null;
  readonly applicationNumber: string | null;
  readonly lendingGroupName: string | null;
  readonly businessGroupId: string | null;
  readonly principalRupiah: bigint;
  readonly disbursedOn: BusinessDate;
  readonly closedOn: BusinessDate | null;
  /** The leaf of the loan as it stands in the books; equals principal less principal paid. */
  readonly ledgerBalanceRupiah: bigint;
  readonly accountName: string;
  readonly schedule: CumulativeSchedule;
  readonly paid: Paid;
  readonly standing: LoanStanding;
  /** Quality by the table of the lender's supervisor; null where none is known for such a lender. */
  readonly grade: { readonly grade: Grade; readonly source: string } | null;
}

type DetailRow = Omit<LoanDetail, 'schedule' | 'paid' | 'standing' | 'grade'> & {
  readonly institution_kind: string;
  readonly repay_unit: 'day' | 'week' | 'month';
  readonly due_on: BusinessDate[];
  readonly principal_due: bigint[];
  readonly interest_due: bigint[];
  readonly paid_principal: bigint;
  readonly paid_interest: bigint;
};

/** One loan, or null where the actor's scope does not reach it. */
export async function findLoan(
  db: Reader,
  wanted: { id: string; on: BusinessDate },
  scope: Scope,
): Promise<LoanDetail | null> {
  const { rows } = await sql<DetailRow>`
    select l.id, l.number, l.person_id as "personId", p.name, l.state, i.id as "institutionId",
      i.short_name as "institutionName", r.name as "productName", r.source_document as "sourceDocument",
      coalesce(l.terms -> 'kept', '[]'::jsonb) as kept, r.terms ->> 'annualRatePercent' as "annualRatePercent", l.application_id as "applicationId",
      a.number as "applicationNumber", g.name as "lendingGroupName", g.business_group_id as "businessGroupId",
      l.principal_rupiah as "principalRupiah", l.disbursed_on as "disbursedOn", l.closed_on as "closedOn",
      coalesce(c.balance, 0) as "ledgerBalanceRupiah", coalesce(c.control || ':' || c.leaf, '') as "accountName",
      i.kind as institution_kind, l.terms -> 'product' -> 'repayEvery' ->> 'unit' as repay_unit,
      s.due_on, s.principal_due, s.interest_due, l.paid_principal, l.paid_interest
    from lending.loan l
    join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
    join lending.product r on r.city_id = l.city_id and r.id = l.product_id
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id
    left join lending.application a on a.city_id = l.city_id and a.id = l.application_id
    left join lending.lending_group g on g.city_id = l.city_id and g.id = l.lending_group_id
    left join registry.business_group b on b.city_id = l.city_id and b.id = g.business_group_id
    left join ledger.book k on k.city_id = l.city_id and k.institution_id = l.institution_id
    left join ledger.account c on c.city_id = l.city_id and c.book_id = k.id and c.owner_kind = 'loan' and c.owner_id = l.id
    where l.city_id = ${db.city} and l.id = ${wanted.id} and ${scopeOfLending(scope, sql`p`)}`.execute(
    db,
  );
  const row = rows[0];
  if (!row) return null;
  const { due_on, principal_due, interest_due, paid_principal, paid_interest, ...rest } = row;
  const { institution_kind: lenderKind, repay_unit: repayUnit, ...loan } = rest;
  const schedule = { dueOn: due_on, principalDue: principal_due, interestDue: interest_due };
  const paid = { principal: paid_principal, interest: paid_interest };
  const standing = standingOf(schedule, paid, wanted.on);
  const grade = gradeIfKnown(
    { lenderKind, institutionId: loan.institutionId, repayUnit },
    { schedule, standing, on: wanted.on },
    [...gradeTables, ...(await cityGradeTables(db))],
  );
  return { ...loan, schedule, paid, standing, grade };
}
