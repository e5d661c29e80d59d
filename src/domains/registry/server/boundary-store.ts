import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Boundary } from '../boundary/boundary.ts';

/** Writes the borders of regions in the place of what was there. @returns how many had none before */
export async function writeBoundaries(
  tx: Tx,
  boundaries: readonly Boundary[],
  { source, context }: { readonly source: string; readonly context: CommandContext },
): Promise<number> {
  const { rows } = await sql<{ fresh: boolean }>`
    insert into registry.region_boundary (city_id, code, polygons, source, imported_at, imported_by)
    select ${tx.city}, r.code, r.polygons, ${source}, ${context.now}::timestamptz, ${context.actor.userId}::uuid
    from jsonb_to_recordset(${JSON.stringify(boundaries)}::jsonb) as r (code text, polygons jsonb)
    on conflict (city_id, code) do update set polygons = excluded.polygons, source = excluded.source,
      imported_at = excluded.imported_at, imported_by = excluded.imported_by
    returning (xmax = 0) as fresh`.execute(tx);
  return rows.filter(({ fresh }) => fresh).length;
}

/** A kelurahan on the map of a business. */
export interface MappedRegion extends Boundary {
  readonly name: string;
  readonly source: string;
}

/** The borders of a kecamatan's kelurahan, or of the whole city's where none is said; those the city loaded. */
export async function listBoundaries(db: Reader, kecamatan?: string): Promise<MappedRegion[]> {
  const { rows } = await sql<MappedRegion>`
    select b.code, r.name, b.polygons, b.source from registry.region_boundary b
      join registry.region r on r.city_id = b.city_id and r.code = b.code and r.valid_to is null
    where b.city_id = ${db.city} and (${kecamatan ?? null}::text is null or r.parent_code = ${kecamatan ?? null})
    order by b.code`.execute(db);
  return rows;
}
