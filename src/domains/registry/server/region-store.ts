import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { TilePlace } from '../region-tiles.ts';
import type { RegionRow } from './region-data.ts';

/** Writes regions; one that is there keeps its code and takes the new name and tile. @returns how many were new */
export async function writeRegions(
  tx: Tx,
  regions: readonly RegionRow[],
  about: { readonly validFrom: BusinessDate; readonly tiles: ReadonlyMap<string, TilePlace> },
): Promise<number> {
  const rows = regions.map((region) => ({
    code: region.code,
    level: region.level,
    name: region.name,
    parent_code: region.parentCode,
    tile_column: about.tiles.get(region.code)?.column ?? null,
    tile_row: about.tiles.get(region.code)?.row ?? null,
  }));
  const { rows: written } = await sql<{ fresh: boolean }>`
    insert into registry.region (city_id, code, level, name, parent_code, valid_from, tile_column, tile_row)
    select ${tx.city}, r.code, r.level, r.name, r.parent_code, ${about.validFrom}::date, r.tile_column, r.tile_row
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, level text, name text, parent_code text, tile_column int, tile_row int)
    on conflict (city_id, code) do update set name = excluded.name, tile_column = excluded.tile_column, tile_row = excluded.tile_row
    returning (xmax = 0) as fresh`.execute(tx);
  return written.filter((row) => row.fresh).length;
}

export interface Region {
  readonly code: string;
  readonly level: 'city' | 'kecamatan' | 'kelurahan';
  readonly name: string;
  readonly parentCode: string | null;
  readonly tileColumn: number | null;
  readonly tileRow: number | null;
}

/** Regions of the city that exist today, by code. */
export async function listRegions(db: Reader, level?: Region['level']): Promise<Region[]> {
  const { rows } = await sql<Region>`
    select code, level, name, parent_code as "parentCode", tile_column as "tileColumn", tile_row as "tileRow"
    from registry.region
    where city_id = ${db.city} and (${level ?? null}::text is null or level = ${level ?? null}) and valid_to is null
    order by code`.execute(db);
  return rows;
}

/** A kelurahan of the city by its code; null where the city has none of that code today. */
export async function findKelurahan(db: Reader, code: string): Promise<string | null> {
  const { rows } = await sql<{ code: string }>`
    select code from registry.region
    where city_id = ${db.city} and code = ${code} and level = 'kelurahan' and valid_to is null`.execute(
    db,
  );
  return rows[0]?.code ?? null;
}
