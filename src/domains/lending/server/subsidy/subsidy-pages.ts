import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { ClaimLetter } from '../../subsidy/claim-letter.ts';
import type { ClaimState } from '../../subsidy/subsidy-claim.ts';
import { ofLender } from '../partner/partner-pages.ts';
import { agreementColumns } from './agreement-store.ts';
import type { Agreement } from './agreement-store.ts';

/** An agreement and how far its budget went; amounts in the smallest unit of its `digits`. */
export interface AgreementRow extends Agreement {
  readonly lender: string;
  readonly loans: number;
  readonly accrued: bigint;
  readonly claimed: bigint;
  readonly paid: bigint;
  readonly takenBack: bigint;
}

const agreementFrom = sql`
    from lending.subsidy_agreement a
    join partners.institution i on i.city_id = a.city_id and i.id = a.institution_id
    left join lateral (select count(*)::int as loans from lending.subsidised_loan s
      where s.city_id = a.city_id and s.agreement_id = a.id) s on true
    left join lateral (select sum(x.amount)::bigint as accrued,
        (-sum(x.amount) filter (where x.kind = 'taken-back'))::bigint as taken_back from lending.subsidy_accrual x
      where x.city_id = a.city_id and x.agreement_id = a.id) x on true
    left join lateral (select sum(c.total)::bigint as claimed, sum(c.paid)::bigint as paid from lending.subsidy_claim c
      where c.city_id = a.city_id and c.agreement_id = a.id) c on true`;
const rowColumns = sql`${agreementColumns}, i.short_name as lender, s.loans, coalesce(x.accrued, 0) as accrued,
    coalesce(c.claimed, 0) as claimed, coalesce(c.paid, 0) as paid, coalesce(x.taken_back, 0) as "takenBack"`;

export async function listAgreements(db: Reader, scope: Scope): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select ${rowColumns} ${agreementFrom} where a.city_id = ${db.city} and ${ofLender(scope)}
    order by a.valid_from desc, a.number`.execute(db);
  return rows;
}

export interface MonthOfSubsidy {
  readonly month: BusinessDate;
  readonly accrued: bigint;
  readonly claimed: bigint;
}

/** Month by month: what accrued and what of it was claimed, over agreements of one scale. */
export async function subsidyByMonth(
  db: Reader,
  wanted: { scope: Scope; agreementId: string | null },
): Promise<(MonthOfSubsidy & { digits: number })[]> {
  const { rows } = await sql<MonthOfSubsidy & { digits: number }>`
    select date_trunc('month', x.on_day)::date as month, a.digits, sum(x.amount)::bigint as accrued,
      coalesce(sum(x.amount) filter (where x.claim_id is not null), 0)::bigint as claimed
    from lending.subsidy_accrual x
    join lending.subsidy_agreement a on a.city_id = x.city_id and a.id = x.agreement_id
    join partners.institution i on i.city_id = a.city_id and i.id = a.institution_id
    where x.city_id = ${db.city} and ${ofLender(wanted.scope)}
      and (${wanted.agreementId}::uuid is null or a.id = ${wanted.agreementId}::uuid)
    group by 1, 2 order by 1`.execute(db);
  return rows;
}

export interface ClaimRow {
  readonly id: string;
  readonly number: string;
  readonly month: BusinessDate;
  readonly state: ClaimState;
  readonly total: bigint;
  readonly accepted: bigint | null;
  readonly paid: bigint | null;
}

export interface SubsidisedLoanRow {
  readonly loanId: string;
  readonly number: string;
  readonly name: string;
  readonly committed: bigint;
  readonly accrued: bigint;
  readonly endedOn: BusinessDate | null;
  /** The lender reports it paid off, and its subsidy still stands. */
  readonly toEnd: boolean;
}

export interface AgreementDetail extends AgreementRow {
  readonly claims: readonly ClaimRow[];
  readonly loanRows: readonly SubsidisedLoanRow[];
  /** Running loans of the lender without a subsidy yet. */
  readonly open: readonly {
    readonly loanId: string;
    readonly number: string;
    readonly name: string;
  }[];
}

export async function findAgreement(
  db: Reader,
  id: string,
  scope: Scope,
): Promise<AgreementDetail | null> {
  const { rows } = await sql<AgreementRow>`
    select ${rowColumns} ${agreementFrom} where a.city_id = ${db.city} and a.id = ${id} and ${ofLender(scope)}`.execute(
    db,
  );
  const agreement = rows[0];
  if (!agreement) return null;
  const claims = await sql<ClaimRow>`
    select id, number, month, state, total, accepted, paid from lending.subsidy_claim
    where city_id = ${db.city} and agreement_id = ${id} order by month desc`.execute(db);
  const loans = await sql<SubsidisedLoanRow>`
    select s.loan_id as "loanId", l.number, p.name, s.committed, s.ended_on as "endedOn",
      s.ended_on is null and l.state = 'closed' as "toEnd",
      coalesce((select sum(x.amount) from lending.subsidy_accrual x where x.city_id = s.city_id and x.loan_id = s.loan_id), 0)::bigint
        as accrued
    from lending.subsidised_loan s
    join lending.partner_loan l on l.city_id = s.city_id and l.id = s.loan_id
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    where s.city_id = ${db.city} and s.agreement_id = ${id} order by l.number`.execute(db);
  const open = await sql<AgreementDetail['open'][number]>`
    select l.id as "loanId", l.number, p.name from lending.partner_loan l
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    where l.city_id = ${db.city} and l.institution_id = ${agreement.institutionId} and l.state = 'running'
      and l.disbursed_on between ${agreement.validFrom} and ${agreement.validTo} and l.principal <= ${agreement.mostPrincipal}
      and not exists (select from lending.subsidised_loan s where s.city_id = l.city_id and s.loan_id = l.id)
    order by l.number limit 200`.execute(db);
  return { ...agreement, claims: claims.rows, loanRows: loans.rows, open: open.rows };
}

export interface ClaimDetail extends ClaimRow {
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly agreementName: string;
  readonly lender: string;
  readonly digits: number;
  readonly draftedAt: Date;
  readonly sentAt: Date | null;
  readonly answeredOn: BusinessDate | null;
  readonly answerNote: string | null;
  readonly paidOn: BusinessDate | null;
  readonly paymentReference: string | null;
  readonly letter: ClaimLetter | null;
}

export async function findClaim(db: Reader, id: string, scope: Scope): Promise<ClaimDetail | null> {
  const { rows } = await sql<ClaimDetail>`
    select c.id, c.number, c.month, c.state, c.total, c.accepted, c.paid, a.id as "agreementId", a.number as "agreementNumber",
      a.name as "agreementName", i.short_name as lender, a.digits, c.drafted_at as "draftedAt", c.sent_at as "sentAt",
      c.answered_on as "answeredOn", c.answer_note as "answerNote", c.paid_on as "paidOn",
      c.payment_reference as "paymentReference", c.letter
    from lending.subsidy_claim c
    join lending.subsidy_agreement a on a.city_id = c.city_id and a.id = c.agreement_id
    join partners.institution i on i.city_id = a.city_id and i.id = a.institution_id
    where c.city_id = ${db.city} and c.id = ${id} and ${ofLender(scope)}`.execute(db);
  return rows[0] ?? null;
}
