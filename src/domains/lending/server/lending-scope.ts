import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';

/** Rows an actor's scope reaches, over the aliases `i` (lender) and `b` (programme group, may be missing). */
export function scopeOfLending(scope: Scope): RawBuilder<unknown> {
  return sql`(${scope.all} or i.id::text = any (${[...scope.institution]}::text[])
    or b.kecamatan_code = any (${[...scope.kecamatan]}::text[]) or b.kelurahan_code = any (${[...scope.kelurahan]}::text[])
    or b.id::text = any (${[...scope.group]}::text[]))`;
}
