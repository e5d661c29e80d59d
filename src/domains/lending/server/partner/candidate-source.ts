import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { LeftOutReason } from '../../partner/partner-file.ts';

/** Somebody a lender may be told of; `leftOut` says why she is not. */
export interface CandidateFacts {
  readonly personId: string;
  readonly applicationId: string | null;
  readonly leftOut: LeftOutReason | null;
  readonly name: string;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: BusinessDate | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly kelurahan: string | null;
  readonly kelurahanCode: string | null;
  readonly kecamatan: string | null;
  readonly business: string | null;
  readonly product: string | null;
  readonly kbli: string | null;
  readonly nib: string | null;
  readonly group: string;
  readonly groupId: string;
  /** Meetings attended in the last half year: evidence of mentoring for KUR super mikro (domain notes §2.3). */
  readonly meetings: number;
  /** Whole rupiah; null where she has not applied. */
  readonly amount: bigint | null;
}

export interface CandidateAsk {
  readonly institutionId: string;
  readonly groupIds: readonly string[];
  readonly source: 'members' | 'applications';
  readonly on: BusinessDate;
}

/**
 * Active members of recognised groups, with why any of them is left out: no consent for this lender, no NIK, or a
 * decision of this lender still awaited. People under restriction are not read at all.
 */
export async function candidateFacts(db: Reader, ask: CandidateAsk): Promise<CandidateFacts[]> {
  const { institutionId, groupIds, source, on } = ask;
  const { rows } = await sql<CandidateFacts>`
    select p.id as "personId", asked.application_id as "applicationId", p.name, p.sex, p.born_on as "bornOn", p.phone, p.address,
      kel.name as kelurahan, p.kelurahan_code as "kelurahanCode", kec.name as kecamatan, b.name as business, b.product,
      b.kbli_code as kbli, b.nib, g.name as "group", g.id as "groupId", asked.amount_rupiah as amount,
      (select count(distinct v.on_day)::int from programmes.service v where v.city_id = p.city_id and v.person_id = p.id
        and v.kind = 'meeting' and v.on_day between ${on}::date - 182 and ${on}::date) as meetings,
      case
        when not exists (select from registry.consent c where c.city_id = p.city_id
          and c.person_id = any (array(select registry.records_of(p.city_id, p.id))) and c.purpose = 'share-with-lender' and c.withdrawn_at is null
          and (c.institution_id is null or c.institution_id = ${institutionId}::uuid)) then 'no-consent'
        when not exists (select from registry.identifier i where i.city_id = p.city_id and i.person_id = p.id
          and i.kind = 'nik') then 'no-nik'
        when exists (select from lending.partner_candidate k where k.city_id = p.city_id
          and k.person_id = any (array(select registry.records_of(p.city_id, p.id))) and k.institution_id = ${institutionId}::uuid and k.state = 'sent') then 'waiting'
      end as "leftOut"
    from registry.membership m
    join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id and g.state in ('recognised', 'active')
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id and p.state = 'registered'
    left join registry.business b on b.city_id = m.city_id and b.id = m.business_id
    left join registry.region kel on kel.city_id = p.city_id and kel.code = p.kelurahan_code
    left join registry.region kec on kec.city_id = p.city_id and kec.code = left(p.kelurahan_code, 8)
    left join lateral (
      select am.application_id, am.amount_rupiah from lending.application_member am
      join lending.application a on a.city_id = am.city_id and a.id = am.application_id
      where am.city_id = p.city_id and am.person_id = p.id and a.state in ('recommended', 'approved')
      order by a.submitted_at desc limit 1) asked on true
    where m.city_id = ${db.city} and m.group_id = any (${[...groupIds]}::uuid[]) and m.valid_to is null
      and (${source} = 'members' or asked.application_id is not null)
    order by g.name, p.name, p.id`.execute(db);
  return rows;
}

/** A group as the page offers it: how many of its members may be named to the lender, and how many not. */
export interface CandidateGroup {
  readonly id: string;
  readonly name: string;
  readonly kecamatan: string | null;
  readonly members: number;
  readonly ready: number;
  readonly withoutConsent: number;
  readonly waiting: number;
}

/** Every recognised group with how many of its members a lender may be told of. */
export async function candidateGroups(
  db: Reader,
  institutionId: string,
): Promise<CandidateGroup[]> {
  const { rows } = await sql<CandidateGroup>`
    select g.id, g.name, kec.name as kecamatan, count(*)::int as members,
      count(*) filter (where c.agreed and not c.waiting)::int as ready,
      count(*) filter (where not c.agreed)::int as "withoutConsent",
      count(*) filter (where c.waiting)::int as waiting
    from registry.business_group g
    join registry.membership m on m.city_id = g.city_id and m.group_id = g.id and m.valid_to is null
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    left join registry.region kec on kec.city_id = g.city_id and kec.code = g.kecamatan_code
    cross join lateral (select
      exists (select from registry.consent c join registry.person r on r.city_id = c.city_id and r.id = c.person_id
        where c.city_id = p.city_id and coalesce(r.merged_into, r.id) = coalesce(p.merged_into, p.id) and c.purpose = 'share-with-lender' and c.withdrawn_at is null
        and (c.institution_id is null or c.institution_id = ${institutionId}::uuid)) as agreed,
      exists (select from lending.partner_candidate k join registry.person r on r.city_id = k.city_id and r.id = k.person_id
        where k.city_id = p.city_id and coalesce(r.merged_into, r.id) = coalesce(p.merged_into, p.id) and k.institution_id = ${institutionId}::uuid and k.state = 'sent') as waiting) c
    where g.city_id = ${db.city} and g.state in ('recognised', 'active')
    group by g.id, g.name, kec.name order by g.name`.execute(db);
  return rows;
}
