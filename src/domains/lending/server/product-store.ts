import { sql } from 'kysely';
import { savingsKeepers } from '#domains/partners/institution.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Borrowers } from '../borrowers.ts';
import { lendingProblems } from '../problems.ts';
import type { ProductTerms } from '../terms.ts';

/** A product as commands need it. */
export interface Product {
  readonly id: string;
  readonly institutionId: string;
  readonly institutionName: string;
  /** Whether the lender may hold savings. */
  readonly keepsSavings: boolean;
  readonly code: string;
  readonly name: string;
  readonly terms: ProductTerms;
  readonly minimumRupiah: bigint;
  readonly maximumRupiah: bigint;
  readonly stepRupiah: bigint;
  /** Exact decimal text. */
  readonly compulsorySavingsPercent: string;
  readonly jointLiability: boolean;
  /** Who may apply for it. */
  readonly borrowers: Borrowers;
  readonly sourceDocument: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

/** @throws Refusal `lending.product-not-offered` when there is none */
export async function getProduct(db: Reader, id: string): Promise<Product> {
  const { rows } = await sql<Product>`
    select p.id, p.institution_id as "institutionId", i.short_name as "institutionName",
      i.kind = any (${[...savingsKeepers]}::text[]) as "keepsSavings", p.code, p.name, p.terms,
      p.minimum_rupiah as "minimumRupiah", p.maximum_rupiah as "maximumRupiah", p.step_rupiah as "stepRupiah",
      p.compulsory_savings_percent as "compulsorySavingsPercent", p.joint_liability as "jointLiability", p.borrowers,
      p.source_document as "sourceDocument", p.valid_from as "validFrom", p.valid_to as "validTo"
    from lending.product p
    join partners.institution i on i.city_id = p.city_id and i.id = p.institution_id
    where p.city_id = ${db.city} and p.id = ${id}`.execute(db);
  const product = rows[0];
  if (!product) throw lendingProblems.productNotOffered();
  return product;
}

export interface NewProduct extends Omit<Product, 'institutionName' | 'keepsSavings'> {
  readonly offeredAt: Date;
  readonly offeredBy: string;
}

/** @throws Refusal `lending.product-code-taken` when another of the lender's products has it */
export async function assertCodeFree(
  db: Reader,
  asked: { institutionId: string; code: string },
): Promise<void> {
  const { rows } = await sql`
    select 1 from lending.product
    where city_id = ${db.city} and institution_id = ${asked.institutionId} and code = ${asked.code}`.execute(
    db,
  );
  if (rows.length > 0) throw lendingProblems.productCodeTaken({ code: asked.code });
}

/** @throws Refusal `lending.product-code-taken` */
export async function insertProduct(tx: Tx, product: NewProduct): Promise<void> {
  const { rows } = await sql`
    insert into lending.product (city_id, id, institution_id, code, name, terms, minimum_rupiah, maximum_rupiah, step_rupiah,
      compulsory_savings_percent, joint_liability, borrowers, source_document, valid_from, valid_to, offered_at, offered_by)
    values (${tx.city}, ${product.id}, ${product.institutionId}, ${product.code}, ${product.name},
      ${JSON.stringify(product.terms)}::jsonb, ${product.minimumRupiah}, ${product.maximumRupiah}, ${product.stepRupiah},
      ${product.compulsorySavingsPercent}, ${product.jointLiability}, ${product.borrowers}, ${product.sourceDocument}, ${product.validFrom},
      ${product.validTo}, ${product.offeredAt}, ${product.offeredBy})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) throw lendingProblems.productCodeTaken({ code: product.code });
}
