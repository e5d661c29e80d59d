import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';
import type { ListPage } from '#platform/db/list-ask.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { IndicatorRow, RowColumn } from '../row-column.ts';
import type { Cut } from './cut.ts';

/** What somebody asks of the rows behind a figure. */
export interface RowsAsk {
  readonly cut: Cut;
  /** Where the reader may see who somebody is. */
  readonly names: Scope;
  /** Only rows of this kecamatan. */
  readonly kecamatan: string | null;
  readonly size: number;
  readonly offset: number;
}

/** The rows behind one figure: their columns, and the statement they come from. */
export interface RowsSource {
  readonly columns: readonly RowColumn[];
  /** A select of all rows: columns by their keys, `kecamatan_code` to narrow by, and `tie` for a stable order. */
  readonly select: (db: Reader, ask: RowsAsk) => RawBuilder<unknown>;
  /** Order over the columns of `select`; written by us and never by a reader. */
  readonly order: string;
}

/** The value where the reader may know it: her whole city, or this kecamatan or kelurahan is hers; else null. */
export function ifNamed(names: Scope, kelurahanCode: string, value: string): RawBuilder<unknown> {
  if (names.all) return sql.raw(value);
  return sql`case when left(${sql.raw(kelurahanCode)}, 8) = any (${[...names.kecamatan]}::text[])
    or ${sql.raw(kelurahanCode)} = any (${[...names.kelurahan]}::text[]) then ${sql.raw(value)} end`;
}

/** One page of rows and how many there are. */
export async function pageOf(
  db: Reader,
  source: RowsSource,
  ask: RowsAsk,
): Promise<ListPage<IndicatorRow>> {
  const narrowed = sql`from (${source.select(db, ask)}) every_row
    where (${ask.kecamatan}::text is null or kecamatan_code = ${ask.kecamatan})`;
  const keys = sql.raw(source.columns.map((column) => `"${column.key}"`).join(', '));
  const { rows } = await sql<IndicatorRow>`
    select ${keys} ${narrowed} order by ${sql.raw(source.order)}, tie limit ${ask.size} offset ${ask.offset}`.execute(
    db,
  );
  const { rows: counted } = await sql<{ n: bigint }>`select count(*) as n ${narrowed}`.execute(db);
  return { rows, total: Number(counted[0]?.n ?? 0n) };
}
