import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scope } from '#domains/access/who-may.ts';

/**
 * Rows an actor's scope reaches, over the aliases `i` (lender), `g` (lending group) and `b` (programme group, may be
 * missing). Without a lending group it is the borrower's own home and group that count.
 *
 * @param alone alias of the borrower, where somebody may have borrowed for herself
 */
export function scopeOfLending(scope: Scope, alone?: RawBuilder<unknown>): RawBuilder<unknown> {
  const group = [...scope.group];
  const hers = alone
    ? sql`or (g.id is null and (${alone}.kecamatan_code = any (${[...scope.kecamatan]}::text[])
        or ${alone}.kelurahan_code = any (${[...scope.kelurahan]}::text[])
        or ${alone}.id = any (array(select m.person_id from registry.membership m where m.city_id = platform.current_city()
          and m.valid_to is null and m.group_id = any (${group}::uuid[])))))`
    : sql``;
  return sql`(${scope.all} or i.id::text = any (${[...scope.institution]}::text[])
    or b.kecamatan_code = any (${[...scope.kecamatan]}::text[]) or b.kelurahan_code = any (${[...scope.kelurahan]}::text[])
    or b.id::text = any (${group}::text[])
    ${hers})`;
}
