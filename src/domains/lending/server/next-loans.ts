import type { BusinessDate } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
import { isFor } from '../borrowers.ts';
import {
  checkMember,
  checkPerson,
  groupLoanRules,
  personLoanRules,
  summaryOf,
} from '../eligibility.ts';
import type { MemberCheck } from '../eligibility.ts';
import { groupMembers } from './member-facts.ts';
import { findBorrower } from './person-facts.ts';
import type { ProductRow } from './product-pages.ts';

/** What somebody may apply for, or why not yet: the pre-check for the smallest amount of a product. */
export interface NextLoan {
  readonly productId: string;
  readonly productName: string;
  readonly institutionName: string;
  /** With her group, or for herself. */
  readonly as: 'group' | 'person';
  readonly result: MemberCheck['result'];
  /** What does not pass, with its remedy. */
  readonly missing: readonly MemberCheck[];
}

/**
 * Each product on offer as its pre-check would judge her today; those for groups alone only where she is in one.
 *
 * @param asked.groupId her programme group; null where she is in none
 */
export async function nextLoansOf(
  db: Reader,
  products: readonly ProductRow[],
  asked: { readonly personId: string; readonly groupId: string | null; readonly on: BusinessDate },
): Promise<NextLoan[]> {
  const found = await together(...products.map((product) => checksFor(db, product, asked)));
  return found.flatMap((checked, at) => {
    const product = products[at];
    if (!checked || !product) return [];
    const { as, checks } = checked;
    return [
      {
        productId: product.id,
        productName: product.name,
        institutionName: product.institutionName,
        as,
        result: summaryOf(checks),
        missing: checks.filter((check) => check.result !== 'pass'),
      },
    ];
  });
}

async function checksFor(
  db: Reader,
  product: ProductRow,
  { personId, groupId, on }: { personId: string; groupId: string | null; on: BusinessDate },
): Promise<{ as: 'group' | 'person'; checks: MemberCheck[] } | null> {
  const { institutionId, minimumRupiah: amountRupiah } = product;
  if (isFor(product, 'group') && groupId !== null) {
    const members = await groupMembers(db, { groupId, institutionId, on });
    const facts = members.find((one) => one.personId === personId)?.facts;
    if (facts)
      return {
        as: 'group',
        checks: checkMember({ ...facts, amountRupiah }, { ...groupLoanRules, ...product }),
      };
  }
  if (!isFor(product, 'person')) return null;
  const borrower = await findBorrower(db, { personId, institutionId, on });
  if (!borrower) return null;
  return {
    as: 'person',
    checks: checkPerson({ ...borrower.facts, amountRupiah }, { ...personLoanRules, ...product }),
  };
}
