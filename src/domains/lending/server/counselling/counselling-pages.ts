import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import type { Reader } from '#platform/db/reader.ts';
import type {
  CounsellingReason,
  CounsellingResult,
  StepKind,
} from '../../counselling/counselling.ts';
import { standingOfPromises } from '../../counselling/promise.ts';
import type { OwnPayment, PromiseStanding, PromiseToPay } from '../../counselling/promise.ts';
import { scopeOfLending } from '../lending-scope.ts';
import { standingSql } from '../loan-pages.ts';

/** One step as its case's page tells it. */
export interface CounsellingStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly on: BusinessDate;
  readonly note: string;
  readonly byName: string;
  readonly promisedOn: BusinessDate | null;
  readonly amountRupiah: bigint | null;
  /** Of a promise only. */
  readonly promise: PromiseStanding | null;
}

export interface CounsellingDetail {
  readonly id: string;
  readonly number: string;
  readonly state: 'open' | 'closed';
  readonly reason: CounsellingReason;
  readonly note: string;
  readonly personId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly loanId: string | null;
  readonly loanNumber: string | null;
  readonly loanState: string | null;
  readonly creditor: string | null;
  readonly institutionId: string | null;
  readonly institutionName: string | null;
  readonly groupName: string | null;
  readonly groupId: string | null;
  /** When it was opened. */
  readonly overdueRupiah: bigint;
  readonly overdueDays: number | null;
  /** Today: on the loan, or of a debt elsewhere less the proofs shown. */
  readonly nowRupiah: bigint;
  readonly nowDays: number | null;
  /** By the lender's table at the last close of a day. */
  readonly grade: number | null;
  readonly openedOn: BusinessDate;
  readonly openedName: string;
  readonly nextOn: BusinessDate;
  readonly result: CounsellingResult | null;
  readonly closedOn: BusinessDate | null;
  readonly closedName: string | null;
  readonly closedNote: string | null;
  /** What she paid herself since it was opened. */
  readonly paidRupiah: bigint;
  /** Oldest first. */
  readonly steps: readonly CounsellingStep[];
}

type DetailRow = Omit<CounsellingDetail, 'steps' | 'paidRupiah' | 'nowRupiah'> & {
  readonly overdue_now: bigint | null;
};

/** One case, or null where the actor's scope does not reach it. */
export async function findCounselling(
  db: Reader,
  wanted: { id: string; on: BusinessDate },
  scope: Scope,
): Promise<CounsellingDetail | null> {
  const { rows } = await sql<DetailRow>`
    select c.id, c.number, c.state, c.reason, c.note, c.person_id as "personId", p.name, p.phone, c.loan_id as "loanId",
      l.number as "loanNumber", l.state as "loanState", c.creditor, i.id as "institutionId",
      i.short_name as "institutionName", g.name as "groupName", b.id as "groupId", c.overdue_rupiah as "overdueRupiah",
      c.overdue_days as "overdueDays", d.overdue_days as "nowDays", k.grade, c.opened_on as "openedOn",
      c.opened_name as "openedName", c.next_on as "nextOn", c.result, c.closed_on as "closedOn",
      c.closed_name as "closedName", c.closed_note as "closedNote",
      case when l.id is null then null when l.state = 'active' then d.overdue_rupiah else 0 end as overdue_now
    from lending.counselling c
    join registry.person p on p.city_id = c.city_id and p.id = c.person_id
    left join lending.loan l on l.city_id = c.city_id and l.id = c.loan_id
    left join lending.schedule_version s on s.city_id = l.city_id and s.loan_id = l.id and s.version = l.schedule_version
    left join lending.loan_position k on k.city_id = l.city_id and k.loan_id = l.id
    left join partners.institution i on i.city_id = l.city_id and i.id = l.institution_id
    left join lending.lending_group g on g.city_id = l.city_id and g.id = l.lending_group_id
    left join registry.business_group b on b.city_id = g.city_id and b.id = g.business_group_id
    ${standingSql(wanted.on)}
    where c.city_id = ${db.city} and c.id = ${wanted.id} and ${scopeOfLending(scope, sql`p`)}`.execute(
    db,
  );
  const row = rows[0];
  if (!row) return null;
  const { overdue_now, ...counselling } = row;
  const [steps, payments] = [await stepsOf(db, row.id), await ownPayments(db, row)];
  const standing = standingOfPromises(steps.flatMap(promiseOf), payments, wanted.on);
  const paidRupiah = sum(payments.map((payment) => payment.amountRupiah));
  return {
    ...counselling,
    paidRupiah,
    nowRupiah:
      overdue_now ?? (row.overdueRupiah > paidRupiah ? row.overdueRupiah - paidRupiah : 0n),
    steps: steps.map(({ entered: _entered, ...step }) => ({
      ...step,
      promise: standing.get(step.id) ?? null,
    })),
  };
}

type StepRow = Omit<CounsellingStep, 'promise'> & { readonly entered: bigint };

async function stepsOf(db: Reader, counsellingId: string): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select id, kind, on_day as "on", note, by_name as "byName", promised_on as "promisedOn",
      amount_rupiah as "amountRupiah", entered
    from lending.counselling_step where city_id = ${db.city} and counselling_id = ${counsellingId}
    order by entered`.execute(db);
  return rows;
}

function promiseOf(step: StepRow): PromiseToPay[] {
  const { id, entered, promisedOn, amountRupiah } = step;
  return step.kind === 'promise' && promisedOn !== null && amountRupiah !== null
    ? [{ id, entered, promisedOn, amountRupiah }]
    : [];
}

/** Money of her own since the case was opened: on the loan, neither covered nor reversed; elsewhere, the proofs shown. */
async function ownPayments(db: Reader, counselling: DetailRow): Promise<OwnPayment[]> {
  const { rows } = await (
    counselling.loanId === null
      ? sql<OwnPayment>`select entered, on_day as "on", amount_rupiah as "amountRupiah" from lending.counselling_step
          where city_id = ${db.city} and counselling_id = ${counselling.id} and kind = 'proof'`
      : sql<OwnPayment>`select r.entered, r.on_day as "on",
            (r.principal + r.interest + r.fee + r.penalty + r.overpaid)::bigint as "amountRupiah"
          from lending.repayment r
          join lending.counselling c on c.city_id = r.city_id and c.id = ${counselling.id}
          where r.city_id = ${db.city} and r.loan_id = ${counselling.loanId} and r.reverses_id is null
            and r.cover_id is null and r.recorded_at >= c.opened_at and (c.closed_at is null or r.recorded_at <= c.closed_at)
            and not exists (select from lending.repayment u where u.city_id = r.city_id and u.reverses_id = r.id)`
  ).execute(db);
  return rows;
}
