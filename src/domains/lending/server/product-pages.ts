import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import type { Scope } from '#domains/access/who-may.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Product } from './product-store.ts';

export interface ProductRow extends Product {
  readonly institutionKind: string;
  readonly offeredAt: Date;
  /** Loans made from it so far. */
  readonly loanCount: number;
}

/**
 * Products of lenders the actor may see; with `on`, only those valid that day. Everybody who may see
 * applications of the city or a place sees every product: a price is no secret.
 */
export async function listProducts(
  db: Reader,
  wanted: { on?: BusinessDate; scope: Scope },
): Promise<ProductRow[]> {
  const { scope } = wanted;
  const lenderOnly =
    !scope.all &&
    scope.institution.length > 0 &&
    scope.kecamatan.length + scope.kelurahan.length + scope.group.length === 0;
  const on = wanted.on ?? null;
  const { rows } = await sql<ProductRow>`
    select p.id, p.institution_id as "institutionId", i.short_name as "institutionName",
      i.kind as "institutionKind", p.code, p.name, p.terms,
      p.minimum_rupiah as "minimumRupiah", p.maximum_rupiah as "maximumRupiah", p.step_rupiah as "stepRupiah",
      p.compulsory_savings_percent as "compulsorySavingsPercent", p.joint_liability as "jointLiability", p.borrowers,
      p.source_document as "sourceDocument", p.valid_from as "validFrom", p.valid_to as "validTo",
      p.offered_at as "offeredAt",
      (select count(*)::int from lending.loan l where l.city_id = p.city_id and l.product_id = p.id) as "loanCount"
    from lending.product p
    join partners.institution i on i.city_id = p.city_id and i.id = p.institution_id
    where p.city_id = ${db.city}
      and (not ${lenderOnly} or i.id::text = any (${[...scope.institution]}::text[]))
      and (${on}::date is null or (p.valid_from <= ${on}::date and (p.valid_to is null or p.valid_to >= ${on}::date)))
    order by p.valid_to nulls first, i.short_name, p.name`.execute(db);
  return rows;
}
