import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { containing, orderOf, pageOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { ApplicationState } from '../application.ts';
import type { MemberCheck } from '../eligibility.ts';
import type { ProductTerms } from '../terms.ts';
import { applicantAlone } from './application-store.ts';
import { scopeOfLending } from './lending-scope.ts';

/** One application in a list. */
export interface ApplicationRow {
  readonly id: string;
  readonly number: string;
  readonly state: ApplicationState;
  /** The group's name, or the name of the one person who asks for herself. */
  readonly applicant: string;
  readonly forPerson: boolean;
  readonly productName: string;
  readonly institutionName: string;
  readonly memberCount: number;
  readonly totalRupiah: bigint;
  /** Members for whom a pre-check failed or could not be answered. */
  readonly toLookAt: number;
  readonly submittedAt: Date;
}

const sorts = {
  diajukan: 'a.submitted_at',
  nomor: 'a.number',
  kelompok: 'coalesce(g.name, h.name)',
  jumlah: 'm.total',
  status: 'a.state',
};

/** Applications within the actor's scope, newest first unless asked otherwise. Filters: `status` (a state, or `terbuka` for what waits for somebody), `lembaga`, `siapa` (`kelompok` or `perorangan`). */
export async function listApplications(
  db: Reader,
  ask: ListAsk,
  scope: Scope,
): Promise<ListPage<ApplicationRow>> {
  const pattern = containing(ask.q);
  const { status = null, lembaga = null, siapa = null } = ask.filters;
  const { rows } = await sql<ApplicationRow & { total: bigint }>`
    select a.id, a.number, a.state, coalesce(g.name, h.name) as applicant, g.id is null as "forPerson", p.name as "productName", i.short_name as "institutionName",
      m.members as "memberCount", m.total as "totalRupiah", m.to_look_at as "toLookAt", a.submitted_at as "submittedAt",
      count(*) over () as total
    from lending.application a
    join lending.product p on p.city_id = a.city_id and p.id = a.product_id
    join partners.institution i on i.city_id = a.city_id and i.id = p.institution_id
    left join lending.lending_group g on g.city_id = a.city_id and g.id = a.lending_group_id
    ${applicantAlone}
    left join registry.business_group b on b.city_id = a.city_id and b.id = g.business_group_id
    cross join lateral (
      select count(*)::int as members, coalesce(sum(am.amount_rupiah), 0)::bigint as total,
        count(*) filter (where am.checks @? '$[*] ? (@.result != "pass")')::int as to_look_at
      from lending.application_member am where am.city_id = a.city_id and am.application_id = a.id) m
    where a.city_id = ${db.city} and ${scopeOfLending(scope, sql`h`)}
      and (${ask.q} = '' or a.number ilike ${pattern} or coalesce(g.name, h.name) ilike ${pattern} or p.name ilike ${pattern})
      and (${status}::text is null or a.state = ${status}::text
        or (${status}::text = 'terbuka' and a.state in ('submitted', 'recommended', 'approved')))
      and (${lembaga}::text is null or i.id::text = ${lembaga}::text)
      and (${siapa}::text is null or (g.id is null) = (${siapa}::text = 'perorangan'))
    order by ${orderOf(ask, sorts, 'a.id')} ${pageOf(ask)}`.execute(db);
  return { rows, total: Number(rows[0]?.total ?? 0n) };
}

/** A step somebody took. */
export interface StepTaken {
  readonly at: Date;
  readonly by: string;
  readonly byId: string;
}

export interface ApplicationMemberRow {
  readonly personId: string;
  readonly name: string;
  readonly businessName: string | null;
  readonly amountRupiah: bigint;
  readonly purpose: string;
  /** As they stood when she applied. */
  readonly checks: readonly MemberCheck[];
  readonly loanId: string | null;
  readonly loanNumber: string | null;
}

/** Everything the application's page shows. */
export interface ApplicationDetail {
  readonly id: string;
  readonly number: string;
  readonly state: ApplicationState;
  /** The group's name, or the name of the one person who asks for herself. */
  readonly applicant: string;
  readonly forPerson: boolean;
  readonly businessGroupId: string | null;
  readonly productId: string;
  readonly productName: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly compulsorySavingsPercent: string;
  /** The product’s terms, of which some is kept back when the money is handed out. */
  readonly terms: ProductTerms;
  readonly firstDueOn: BusinessDate;
  readonly refusedReason: string | null;
  readonly submitted: StepTaken;
  readonly recommended: StepTaken | null;
  readonly approved: StepTaken | null;
  readonly refused: StepTaken | null;
  readonly disbursedAt: Date | null;
  readonly members: readonly ApplicationMemberRow[];
}

interface DetailRow extends Omit<
  ApplicationDetail,
  'submitted' | 'recommended' | 'approved' | 'refused' | 'members'
> {
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly submittedName: string | null;
  readonly recommendedAt: Date | null;
  readonly recommendedBy: string | null;
  readonly recommendedName: string | null;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedName: string | null;
  readonly refusedAt: Date | null;
  readonly refusedBy: string | null;
  readonly refusedName: string | null;
}

/** One application with its members, or null where the actor's scope does not reach it. */
export async function findApplication(
  db: Reader,
  id: string,
  scope: Scope,
): Promise<ApplicationDetail | null> {
  const { rows } = await sql<DetailRow>`
    select a.id, a.number, a.state, coalesce(g.name, h.name) as applicant, g.id is null as "forPerson", g.business_group_id as "businessGroupId",
      p.id as "productId", p.name as "productName", i.id as "institutionId", i.short_name as "institutionName",
      p.compulsory_savings_percent as "compulsorySavingsPercent", p.terms, a.first_due_on as "firstDueOn",
      a.refused_reason as "refusedReason", a.disbursed_at as "disbursedAt",
      a.submitted_at as "submittedAt", a.submitted_by as "submittedBy", su.name as "submittedName",
      a.recommended_at as "recommendedAt", a.recommended_by as "recommendedBy", ru.name as "recommendedName",
      a.approved_at as "approvedAt", a.approved_by as "approvedBy", au.name as "approvedName",
      a.refused_at as "refusedAt", a.refused_by as "refusedBy", fu.name as "refusedName"
    from lending.application a
    join lending.product p on p.city_id = a.city_id and p.id = a.product_id
    join partners.institution i on i.city_id = a.city_id and i.id = p.institution_id
    left join lending.lending_group g on g.city_id = a.city_id and g.id = a.lending_group_id
    ${applicantAlone}
    left join registry.business_group b on b.city_id = a.city_id and b.id = g.business_group_id
    left join access.user_account su on su.city_id = a.city_id and su.id = a.submitted_by
    left join access.user_account ru on ru.city_id = a.city_id and ru.id = a.recommended_by
    left join access.user_account au on au.city_id = a.city_id and au.id = a.approved_by
    left join access.user_account fu on fu.city_id = a.city_id and fu.id = a.refused_by
    where a.city_id = ${db.city} and a.id = ${id} and ${scopeOfLending(scope, sql`h`)}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const members = await sql<ApplicationMemberRow>`
    select m.person_id as "personId", p.name, u.name as "businessName", m.amount_rupiah as "amountRupiah", m.purpose,
      m.checks, l.id as "loanId", l.number as "loanNumber"
    from lending.application_member m
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    left join registry.business u on u.city_id = m.city_id and u.id = m.business_id
    left join lending.loan l on l.city_id = m.city_id and l.application_id = m.application_id and l.person_id = m.person_id
    where m.city_id = ${db.city} and m.application_id = ${id} order by p.name`.execute(db);
  return {
    ...row,
    submitted: { at: row.submittedAt, by: row.submittedName ?? '', byId: row.submittedBy },
    recommended: stepOf(row.recommendedAt, row.recommendedBy, row.recommendedName),
    approved: stepOf(row.approvedAt, row.approvedBy, row.approvedName),
    refused: stepOf(row.refusedAt, row.refusedBy, row.refusedName),
    members: members.rows,
  };
}

function stepOf(at: Date | null, byId: string | null, by: string | null): StepTaken | null {
  return at && byId ? { at, byId, by: by ?? '' } : null;
}
