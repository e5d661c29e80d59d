import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** What a list is asked for: words searched, a sort, filters and one page; as the address of a list says it. */
export interface ListAsk {
  readonly q: string;
  readonly sort: string;
  readonly direction: 'asc' | 'desc';
  readonly size: number;
  readonly offset: number;
  readonly filters: Readonly<Record<string, string>>;
}

/** One page of a list and how many rows all pages have. */
export interface ListPage<Row> {
  readonly rows: Row[];
  readonly total: number;
  /** True where counting stopped at `total` and there are more. */
  readonly more?: boolean;
}

/**
 * The order of a list: the column asked for, else the first; empty values last, and `tie` so that pages never
 * overlap.
 *
 * @param columns what each sort name stands for, written by us and never by a reader
 */
export function orderOf(
  ask: ListAsk,
  columns: Readonly<Record<string, string>>,
  tie: string,
): RawBuilder<unknown> {
  const column = Object.hasOwn(columns, ask.sort) ? columns[ask.sort] : Object.values(columns)[0];
  return sql.raw(
    `${column ?? tie} ${ask.direction === 'desc' ? 'desc' : 'asc'} nulls last, ${tie}`,
  );
}

/**
 * One page of a list. The size and the first page's offset stand in the text: as parameters they are unknown to a kept
 * plan, and the joins of a list were planned anew for every reader, for longer than they run.
 */
export function pageOf(ask: {
  readonly size: number;
  readonly offset: number;
}): RawBuilder<unknown> {
  return sql`limit ${sql.lit(ask.size)} offset ${ask.offset === 0 ? sql.lit(0) : ask.offset}`;
}

/** A pattern for `ilike` that finds the words as they stand, whatever signs they contain. */
export function containing(words: string): string {
  return `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
