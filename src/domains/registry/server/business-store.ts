import { sql } from 'kysely';
import type { Tx } from '#platform/db/tx.ts';

export type Sector = 'culinary' | 'fashion' | 'automotive' | 'it' | 'agro' | 'education' | 'other';

/** A business about to be written. Its kecamatan is stored beside the kelurahan, for it may be all one knows. */
export interface NewBusiness {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly product: string | null;
  readonly sector: Sector;
  readonly kbli?: { readonly version: '2020' | '2025'; readonly code: string } | null;
  readonly nib?: string | null;
  readonly kelurahanCode: string | null;
  readonly kecamatanCode: string | null;
  readonly address: string | null;
  readonly placeText?: string | null;
  readonly startedYear?: number | null;
  readonly point?: { readonly latitude: number; readonly longitude: number } | null;
  /** Which business it turned out to be, when it was here already. */
  readonly mergedInto?: string | null;
}

/** Writes businesses in one statement however many there are. */
export async function insertBusinesses(
  tx: Tx,
  businesses: readonly NewBusiness[],
  writing: { readonly createdBy: string; readonly now: Date },
): Promise<void> {
  if (businesses.length === 0) return;
  const rows = businesses.map((business) => ({
    id: business.id,
    owner_id: business.ownerId,
    name: business.name,
    name_key: business.nameKey,
    product: business.product,
    sector: business.sector,
    kbli_version: business.kbli?.version ?? null,
    kbli_code: business.kbli?.code ?? null,
    nib: business.nib ?? null,
    kelurahan_code: business.kelurahanCode,
    kecamatan_code: business.kecamatanCode,
    address: business.address,
    place_text: business.placeText ?? null,
    started_year: business.startedYear ?? null,
    latitude: business.point?.latitude ?? null,
    longitude: business.point?.longitude ?? null,
    state: business.mergedInto ? 'merged' : 'active',
    merged_into: business.mergedInto ?? null,
  }));
  await sql`
    insert into registry.business (city_id, id, owner_id, name, name_key, product, sector, kbli_version, kbli_code, nib,
      kelurahan_code, kecamatan_code, address, place_text, started_year, latitude, longitude, state, merged_into,
      created_at, created_by)
    select ${tx.city}, r.id, r.owner_id, r.name, r.name_key, r.product, r.sector, r.kbli_version, r.kbli_code, r.nib,
      r.kelurahan_code, r.kecamatan_code, r.address, r.place_text,
      r.started_year, r.latitude, r.longitude, r.state, r.merged_into, ${writing.now}::timestamptz, ${writing.createdBy}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, owner_id uuid, name text, name_key text, product text,
      sector text, kbli_version text, kbli_code text, nib text, kelurahan_code text, kecamatan_code text, address text,
      place_text text, started_year int, latitude numeric, longitude numeric, state text, merged_into uuid)`.execute(
    tx,
  );
}
