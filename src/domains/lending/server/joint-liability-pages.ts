import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { scopeOfLending } from './lending-scope.ts';
import type { LoanState } from './loan-pages.ts';

/** A group whose members answer for each other at one lender. */
export interface JointLiabilityGroup {
  readonly id: string;
  readonly name: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly businessGroupId: string | null;
  readonly kecamatan: string | null;
  readonly kelurahan: string | null;
}

/** The group, or null where the actor's scope does not reach it. */
export async function findJointLiabilityGroup(
  db: Reader,
  id: string,
  scope: Scope,
): Promise<JointLiabilityGroup | null> {
  const { rows } = await sql<JointLiabilityGroup>`
    select g.id, g.name, i.id as "institutionId", i.short_name as "institutionName", b.id as "businessGroupId",
      b.kecamatan_code as kecamatan, b.kelurahan_code as kelurahan
    from lending.lending_group g
    join partners.institution i on i.city_id = g.city_id and i.id = g.institution_id
    left join registry.business_group b on b.city_id = g.city_id and b.id = g.business_group_id
    where g.city_id = ${db.city} and g.id = ${id} and ${scopeOfLending(scope)}`.execute(db);
  return rows[0] ?? null;
}

/**
 * One member in both honest series: what the lender saw paid of what was due at meetings, and what she paid herself.
 * Whole rupiah.
 */
export interface MemberSeries {
  readonly personId: string;
  readonly name: string;
  readonly loanId: string;
  readonly loanNumber: string;
  readonly state: LoanState;
  /** She is no longer a member of the programme group; what she owes stays. */
  readonly left: boolean;
  readonly meetings: number;
  readonly dueRupiah: bigint;
  readonly lenderSawRupiah: bigint;
  readonly herselfRupiah: bigint;
  /** Meetings at which she paid less than was due herself. */
  readonly missed: number;
}

export async function memberSeries(db: Reader, lendingGroupId: string): Promise<MemberSeries[]> {
  const { rows } = await sql<MemberSeries>`
    select l.person_id as "personId", p.name, l.id as "loanId", l.number as "loanNumber", l.state,
      g.business_group_id is not null and not exists (select from registry.membership m
        where m.city_id = l.city_id and m.person_id = l.person_id and m.group_id = g.business_group_id
          and m.valid_to is null) as left,
      count(k.due_on)::int as meetings, coalesce(sum(k.due_rupiah), 0)::bigint as "dueRupiah",
      coalesce(sum(least(k.due_rupiah, k.paid_by_herself + k.covered)), 0)::bigint as "lenderSawRupiah",
      coalesce(sum(least(k.due_rupiah, k.paid_by_herself)), 0)::bigint as "herselfRupiah",
      (count(*) filter (where k.paid_by_herself < k.due_rupiah))::int as missed
    from lending.loan l
    join lending.lending_group g on g.city_id = l.city_id and g.id = l.lending_group_id
    join registry.person p on p.city_id = l.city_id and p.id = l.person_id
    left join lending.instalment_mark k on k.city_id = l.city_id and k.loan_id = l.id
    where l.city_id = ${db.city} and l.lending_group_id = ${lendingGroupId}
    group by l.person_id, p.name, l.id, l.number, l.state, l.city_id, g.business_group_id
    order by p.name, l.number`.execute(db);
  return rows;
}

/** Something that became of a claim between members. */
export interface ClaimEntry {
  readonly id: string;
  readonly kind: 'repaid' | 'forgiven' | 'void' | 'reversal';
  readonly on: BusinessDate;
  readonly amountRupiah: bigint;
  readonly debtorName: string;
  readonly creditorName: string;
  readonly reason: string;
  readonly byName: string;
  readonly reversed: boolean;
}

/** What became of a group's claims, newest first. */
export async function claimEntries(db: Reader, lendingGroupId: string): Promise<ClaimEntry[]> {
  const { rows } = await sql<ClaimEntry>`
    select e.id, e.kind, e.on_day as "on", e.amount_rupiah as "amountRupiah", dp.name as "debtorName",
      cp.name as "creditorName", e.reason, e.by_name as "byName",
      exists (select from lending.claim_event u where u.city_id = e.city_id and u.reverses_id = e.id) as reversed
    from lending.claim_event e
    join lending.member_claim c on c.city_id = e.city_id and c.id = e.claim_id
    join lending.cover v on v.city_id = c.city_id and v.id = c.cover_id
    join registry.person cp on cp.city_id = c.city_id and cp.id = c.creditor_id
    join registry.person dp on dp.city_id = c.city_id and dp.id = c.debtor_id
    where e.city_id = ${db.city} and v.lending_group_id = ${lendingGroupId}
    order by e.entered desc`.execute(db);
  return rows;
}

/** A lending group that comes from a programme group, with what its members still owe each other. */
export interface LendingGroupLink {
  readonly id: string;
  readonly formedOn: BusinessDate;
  readonly openClaims: number;
  readonly owedRupiah: bigint;
}

/** Newest first. */
export async function lendingGroupsOf(
  db: Reader,
  businessGroupId: string,
): Promise<LendingGroupLink[]> {
  const { rows } = await sql<LendingGroupLink>`
    select g.id, g.formed_on as "formedOn", count(c.id)::int as "openClaims",
      coalesce(sum(c.amount_rupiah - c.repaid_rupiah - c.forgiven_rupiah), 0)::bigint as "owedRupiah"
    from lending.lending_group g
    left join lending.cover o on o.city_id = g.city_id and o.lending_group_id = g.id
    left join lending.member_claim c on c.city_id = o.city_id and c.cover_id = o.id and c.state = 'open'
    where g.city_id = ${db.city} and g.business_group_id = ${businessGroupId}
      and exists (select from lending.loan l where l.city_id = g.city_id and l.lending_group_id = g.id)
    group by g.id, g.formed_on order by g.formed_on desc, g.id`.execute(db);
  return rows;
}
