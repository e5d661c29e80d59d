import { sql } from 'kysely';
import type { Reader } from '#platform/db/reader.ts';
import type { ProductTerms } from '../terms.ts';

/** The product terms that loans were made by, as their rows keep them. */
export async function termsOfLoans(
  db: Reader,
  loanIds: readonly string[],
): Promise<ReadonlyMap<string, ProductTerms>> {
  const { rows } = await sql<{ id: string; terms: ProductTerms }>`
    select id, terms -> 'product' as terms from lending.loan
    where city_id = ${db.city} and id = any (${[...loanIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.terms]));
}
