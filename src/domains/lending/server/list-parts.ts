import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';

/** What a list is asked for; the web's list state fits it. */
export interface ListQuery {
  readonly q: string;
  readonly sort: string;
  readonly direction: 'asc' | 'desc';
  readonly filters: Readonly<Record<string, string>>;
  readonly limit: number;
  readonly offset: number;
}

export function searchPattern(q: string): string {
  return `%${q.replace(/[\\%_]/g, '\\$&')}%`;
}

/** An `order by` from names a list knows; anything else falls back. */
export function listOrder(
  sorts: Readonly<Record<string, RawBuilder<unknown>>>,
  query: Pick<ListQuery, 'sort' | 'direction'>,
  fallback: string,
): RawBuilder<unknown> {
  const column = Object.hasOwn(sorts, query.sort) ? sorts[query.sort] : sorts[fallback];
  return sql`${column ?? sql`1`} ${query.direction === 'desc' ? sql`desc` : sql`asc`} nulls last`;
}

/** Rows an actor's scope reaches, over the aliases `i` (lender) and `b` (programme group, may be missing). */
export function scopeOfLending(scope: Scope): RawBuilder<unknown> {
  return sql`(${scope.all} or i.id::text = any (${[...scope.institution]}::text[])
    or b.kecamatan_code = any (${[...scope.kecamatan]}::text[]) or b.kelurahan_code = any (${[...scope.kelurahan]}::text[])
    or b.id::text = any (${[...scope.group]}::text[]))`;
}
