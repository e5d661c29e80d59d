import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { containing, orderOf } from '#platform/db/list-ask.ts';
import type { ListAsk, ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';

/** Whether candidate `k` still agrees that the lender she was named to gets her data. */
export const stillAgrees = sql<boolean>`exists (select from registry.consent n where n.city_id = k.city_id
  and n.person_id = any (array(select registry.records_of(k.city_id, k.person_id))) and n.purpose = 'share-with-lender' and n.withdrawn_at is null
  and (n.institution_id is null or n.institution_id = k.institution_id))`;

/** The last day on which candidate `k` took back a consent that covered the lender. */
export const lastWithdrawal = sql<BusinessDate | null>`(select max(n.withdrawn_on) from registry.consent n
  where n.city_id = k.city_id and n.person_id = any (array(select registry.records_of(k.city_id, k.person_id)))
  and n.purpose = 'share-with-lender'
  and (n.institution_id is null or n.institution_id = k.institution_id))`;

/** Record `r` is one of those of person `p`: an equality, by which the whole list is joined at once. */
const samePerson = sql<boolean>`coalesce(r.merged_into, r.id) = coalesce(p.merged_into, p.id)`;

/** An active member of a recognised group whom a lender must not be told of. */
export interface WithoutConsentRow {
  readonly personId: string;
  readonly name: string;
  readonly group: string;
  readonly kelurahan: string | null;
  readonly phone: string | null;
  /** The day she took her consent back; null where she was never asked or has not agreed. */
  readonly withdrewOn: BusinessDate | null;
  /** She was named to this lender before, while her consent stood. */
  readonly named: boolean;
}

const sorts = { nama: 'm.name', kelompok: 'm."group"', tarik: 'm."withdrewOn"' };

/** Whom a lender must not be told of. Filters: `kelompok` (group id), `keadaan` (`belum` or `ditarik`). */
export async function listWithoutConsent(
  db: Reader,
  ask: ListAsk,
  of: { institutionId: string; scope: Scope },
): Promise<ListPage<WithoutConsentRow>> {
  const { kelompok = null, keadaan = null } = ask.filters;
  const { scope, institutionId } = of;
  const { rows } = await sql<WithoutConsentRow & { total: bigint }>`
    with m as (
      select p.id as "personId", p.name, g.name as "group", kel.name as kelurahan, p.phone,
        (select max(n.withdrawn_on) from registry.consent n join registry.person r on r.city_id = n.city_id and r.id = n.person_id
          where n.city_id = p.city_id and ${samePerson} and n.purpose = 'share-with-lender'
          and (n.institution_id is null or n.institution_id = ${institutionId}::uuid)) as "withdrewOn",
        exists (select from lending.partner_candidate k where k.city_id = p.city_id and k.person_id = p.id
          and k.institution_id = ${institutionId}::uuid) as named
      from registry.membership s
      join registry.business_group g on g.city_id = s.city_id and g.id = s.group_id and g.state in ('recognised', 'active')
      join registry.person p on p.city_id = s.city_id and p.id = s.person_id and p.state = 'registered'
      left join registry.region kel on kel.city_id = p.city_id and kel.code = p.kelurahan_code
      where s.city_id = ${db.city} and s.valid_to is null and (${kelompok}::text is null or g.id::text = ${kelompok})
        and (${scope.all} or p.kecamatan_code = any (${[...scope.kecamatan]}::text[])
          or p.kelurahan_code = any (${[...scope.kelurahan]}::text[]) or g.id::text = any (${[...scope.group]}::text[]))
        and not exists (select from registry.consent n join registry.person r on r.city_id = n.city_id and r.id = n.person_id
          where n.city_id = p.city_id and ${samePerson} and n.purpose = 'share-with-lender' and n.withdrawn_at is null
          and (n.institution_id is null or n.institution_id = ${institutionId}::uuid)))
    select m.*, count(*) over () as total from m
    where (${ask.q} = '' or m.name ilike ${containing(ask.q)})
      and (${keadaan}::text is null or (${keadaan} = 'ditarik') = (m."withdrewOn" is not null))
    order by ${orderOf(ask, sorts, 'm."personId"')} limit ${ask.size} offset ${ask.offset}`.execute(
    db,
  );
  return { rows, total: Number(rows[0]?.total ?? 0n) };
}
