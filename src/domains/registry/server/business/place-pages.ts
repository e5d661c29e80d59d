import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { PremisesKind, Tenure } from '../../business/premises.ts';

export interface PremisesLine {
  readonly id: string;
  readonly kind: PremisesKind;
  readonly tenure: Tenure;
  readonly kelurahan: string | null;
  readonly address: string | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate | null;
}

export interface PhotoLine {
  readonly id: string;
  readonly sha256: string;
  readonly shows: string;
  readonly takenOn: BusinessDate;
  readonly byName: string;
}

/** Where a business works and what it looks like; whoever asks was shown the business before. */
export async function placesOfBusiness(
  db: Reader,
  businessId: string,
): Promise<{ premises: PremisesLine[]; photos: PhotoLine[] }> {
  const { rows } = await sql<{ premises: PremisesLine[]; photos: PhotoLine[] }>`
    select coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'tenure', p.tenure, 'kelurahan', r.name,
          'address', p.address, 'from', p.valid_from, 'to', p.valid_to) order by p.valid_to desc nulls first, p.valid_from desc, p.id)
        from registry.business_premises p left join registry.region r on r.city_id = p.city_id and r.code = p.kelurahan_code
        where p.city_id = ${db.city} and p.business_id = any (array(select registry.business_records_of(${db.city}, ${businessId}::uuid)))), '[]') as premises,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'sha256', f.sha256, 'shows', f.shows, 'takenOn', f.taken_on,
          'byName', f.by_name) order by f.taken_on desc, f.id desc)
        from registry.business_photo f where f.city_id = ${db.city} and f.business_id = any (array(select registry.business_records_of(${db.city}, ${businessId}::uuid)))
          and f.removed_at is null), '[]') as photos`.execute(db);
  return rows[0]!;
}

/** Of which business a part of it is; null where there is none. */
export async function businessOf(
  db: Reader,
  part: { readonly kind: 'premises' | 'photo'; readonly id: string },
): Promise<string | null> {
  const { rows } = await sql<{ businessId: string }>`
    select business_id as "businessId" from registry.business_premises
    where ${part.kind === 'premises'} and city_id = ${db.city} and id = ${part.id}
    union all
    select business_id from registry.business_photo
    where ${part.kind === 'photo'} and city_id = ${db.city} and id = ${part.id}`.execute(db);
  return rows[0]?.businessId ?? null;
}
