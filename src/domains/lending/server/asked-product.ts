import { takeNumbers } from '#domains/access/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Tx } from '#platform/db/tx.ts';
import { isFor } from '../borrowers.ts';
import { assertFirstDue } from '../first-due.ts';
import { lendingProblems } from '../problems.ts';
import { getProduct } from './product-store.ts';
import type { Product } from './product-store.ts';

/**
 * The product somebody applies for, once it is sure that it is on offer, meant for such an applicant, and that the first
 * instalment lies ahead.
 *
 * @throws Refusal `lending.product-not-offered`, `lending.product-not-for`, `lending.first-due-too-soon`,
 *   `lending.first-due-too-far`
 */
export async function getAskedProduct(
  tx: Tx,
  asked: {
    productId: string;
    who: 'group' | 'person';
    firstDueOn: BusinessDate;
    today: BusinessDate;
  },
): Promise<Product> {
  const product = await getProduct(tx, asked.productId);
  const { validFrom, validTo } = product;
  if (validFrom > asked.today || (validTo !== null && validTo < asked.today))
    throw lendingProblems.productNotOffered();
  if (!isFor(product, asked.who))
    throw lendingProblems.productNotFor({ name: product.name, borrowers: product.borrowers });
  assertFirstDue(asked.firstDueOn, asked.today);
  return product;
}

/** @throws Refusal `lending.amount-outside-product` */
export function assertFits(product: Product, asked: { name: string; amountRupiah: bigint }): void {
  const { minimumRupiah: minimum, maximumRupiah: maximum, stepRupiah: step } = product;
  const { name, amountRupiah } = asked;
  if (amountRupiah < minimum || amountRupiah > maximum || amountRupiah % step !== 0n) {
    throw lendingProblems.amountOutsideProduct({ name, minimum, maximum, step });
  }
}

/** The next number of an application, `AJ-2026-00042`. */
export async function applicationNumber(tx: Tx, today: BusinessDate): Promise<string> {
  const year = Number(today.slice(0, 4));
  const first = await takeNumbers(tx, { name: 'application', year, count: 1 });
  return `AJ-${year}-${String(first).padStart(5, '0')}`;
}
