import { sql } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { LicenceKind } from '../../business/licence.ts';
import type { OwnerRole } from '../../business/owner.ts';
import type { Sector } from '../../sector.ts';
import { livesWithin } from '../person-pages.ts';

export interface BusinessOwnerLine {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly role: OwnerRole;
  readonly sharePercent: number | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate | null;
}

export interface BusinessFigureLine {
  readonly year: number;
  /** Whole rupiah, as decimal text. */
  readonly capitalRupiah: string | null;
  readonly salesRupiah: string | null;
  readonly workers: number | null;
  readonly evidence: string;
  readonly byName: string;
}

export interface BusinessSnapshotLine {
  readonly on: BusinessDate;
  readonly turnoverMonthRupiah: string | null;
  readonly workers: number | null;
  readonly source: 'encounter' | 'visit';
  readonly byName: string;
}

export interface BusinessLicenceLine {
  readonly id: string;
  readonly kind: LicenceKind;
  readonly number: string;
  readonly product: string | null;
  readonly issuedOn: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly byName: string;
}

/** A business opened. */
export interface BusinessDetail {
  readonly id: string;
  readonly name: string;
  readonly product: string | null;
  readonly sector: Sector;
  readonly kbliVersion: '2020' | '2025' | null;
  readonly kbliCode: string | null;
  readonly nib: string | null;
  readonly address: string | null;
  readonly kelurahan: string | null;
  readonly kelurahanCode: string | null;
  readonly kecamatan: string | null;
  readonly kecamatanCode: string | null;
  readonly latitude: string | null;
  readonly longitude: string | null;
  readonly startedYear: number | null;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly owners: readonly BusinessOwnerLine[];
  /** Newest year first; of a year the one recorded last. */
  readonly figures: readonly BusinessFigureLine[];
  /** What was said at visits and at registration, oldest first, two years at most. */
  readonly snapshots: readonly BusinessSnapshotLine[];
  readonly licences: readonly BusinessLicenceLine[];
}

/** One business within the asker's area, by where it stands or where its owner lives; null for any other. */
export async function findBusiness(
  db: Reader,
  ask: { readonly scope: Scope; readonly businessId: string },
): Promise<BusinessDetail | null> {
  const { scope } = ask;
  const { rows } = await sql<BusinessDetail>`
    select b.id, b.name, b.product, b.sector, b.kbli_version as "kbliVersion", b.kbli_code as "kbliCode", b.nib, b.address,
      kel.name as kelurahan, b.kelurahan_code as "kelurahanCode", kec.name as kecamatan,
      coalesce(b.kecamatan_code, kel.parent_code) as "kecamatanCode", b.latitude, b.longitude, b.started_year as "startedYear",
      p.id as "ownerId", p.name as "ownerName",
      coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'personId', q.id, 'name', q.name, 'role', w.role,
          'sharePercent', w.share_percent, 'from', w.valid_from, 'to', w.valid_to) order by w.valid_to nulls first, w.valid_from, w.id)
        from registry.business_owner w join registry.person o on o.city_id = w.city_id and o.id = w.person_id
          join registry.person q on q.city_id = w.city_id and q.id = coalesce(o.merged_into, o.id)
        where w.city_id = b.city_id and w.business_id = any (array(select registry.business_records_of(b.city_id, b.id))) and q.state <> 'restricted'), '[]') as owners,
      coalesce((select jsonb_agg(jsonb_build_object('year', f.year, 'capitalRupiah', f.capital_rupiah::text,
          'salesRupiah', f.sales_rupiah::text, 'workers', f.workers, 'evidence', f.evidence, 'byName', f.by_name) order by f.year desc)
        from (select distinct on (f.year) f.* from registry.business_figure f where f.city_id = b.city_id and f.business_id = any (array(select registry.business_records_of(b.city_id, b.id)))
          order by f.year desc, f.recorded_at desc, f.id desc) f), '[]') as figures,
      coalesce((select jsonb_agg(jsonb_build_object('on', s.on_day, 'turnoverMonthRupiah', s.turnover_month_rupiah::text,
          'workers', s.workers, 'source', s.source_kind, 'byName', s.by_name) order by s.on_day)
        from (select s.* from registry.business_snapshot s where s.city_id = b.city_id and s.business_id = any (array(select registry.business_records_of(b.city_id, b.id)))
          order by s.on_day desc limit 24) s), '[]') as snapshots,
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'number', l.number, 'product', l.product,
          'issuedOn', l.issued_on, 'validTo', l.valid_to, 'byName', l.by_name) order by l.kind, l.issued_on desc)
        from registry.business_licence l where l.city_id = b.city_id and l.business_id = any (array(select registry.business_records_of(b.city_id, b.id)))), '[]') as licences
    from registry.business b
    join registry.person r on r.city_id = b.city_id and r.id = b.owner_id
    join registry.person p on p.city_id = b.city_id and p.id = coalesce(r.merged_into, r.id)
    left join registry.region kel on kel.city_id = b.city_id and kel.code = b.kelurahan_code
    left join registry.region kec on kec.city_id = b.city_id and kec.code = b.kecamatan_code
    where b.city_id = ${db.city} and b.id = ${ask.businessId} and b.state = 'active' and p.state in ('provisional', 'registered')
      and (${livesWithin(scope)} or b.kecamatan_code = any (${[...scope.kecamatan]}::text[])
        or b.kelurahan_code = any (${[...scope.kelurahan]}::text[]))`.execute(db);
  return rows[0] ?? null;
}

/** Which business somebody owns or runs beside its first owner. */
export async function findOwner(
  db: Reader,
  ownerId: string,
): Promise<{ businessId: string } | null> {
  const { rows } = await sql<{ businessId: string }>`
    select business_id as "businessId" from registry.business_owner where city_id = ${db.city} and id = ${ownerId}`.execute(
    db,
  );
  return rows[0] ?? null;
}
