import type { BusinessDate } from '#kernel/date.ts';
import { type Rupiah, sum } from '#kernel/money.ts';
import type { Json } from '#platform/command/command.ts';
import { lendingProblems } from './problems.ts';
import { type KeptBack, keptBack } from './product-conditions.ts';
import type { CumulativeSchedule } from './loan-standing.ts';
import { makeSchedule } from './repayment-schedule.ts';
import { compulsorySavings, type LoanTerms, type ProductTerms } from './terms.ts';

/**
 * A loan's terms as its row keeps them, so that its schedule can be made again from them alone, and what was kept back
 * at the start.
 */
export function loanTermsJson(terms: LoanTerms, kept: readonly KeptBack[] = []): Json {
  return {
    product: productTermsJson(terms.product),
    principal: terms.principal.toString(),
    disbursedOn: terms.disbursedOn,
    firstDueOn: terms.firstDueOn ?? null,
    ...(terms.closures && { closures: { ...terms.closures } }),
    ...(kept.length > 0 && {
      kept: kept.map(({ name, kind, rupiah }) => ({ name, kind, rupiah: rupiah.toString() })),
    }),
  };
}

/** Terms are text, numbers and lists of them; what is not set is left out. */
function productTermsJson(terms: ProductTerms): Json {
  return JSON.parse(JSON.stringify(terms)) as Json;
}

/** What reaches the borrower's hand of a loan: all but what is kept back and set aside. */
export function inHand(
  terms: ProductTerms,
  loan: { readonly principal: Rupiah; readonly savingsPercent: string },
): Rupiah {
  const { principal, savingsPercent } = loan;
  const kept = sum(keptBack(terms, principal).map((one) => one.rupiah));
  return principal - kept - compulsorySavings(principal, savingsPercent);
}

/**
 * Tries the smallest and the largest loan, so that a product nobody can compute is never offered.
 *
 * @throws Refusal `lending.terms-impossible`
 */
export function assertComputable(
  terms: ProductTerms,
  trial: { amounts: readonly Rupiah[]; today: BusinessDate; savingsPercent: string },
): void {
  try {
    for (const principal of trial.amounts) {
      makeSchedule({ product: terms, principal, disbursedOn: trial.today });
      if (inHand(terms, { principal, savingsPercent: trial.savingsPercent }) <= 0n)
        throw new RangeError('nothing would reach the hand');
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw lendingProblems.termsImpossible({ why: error.message });
  }
}

/**
 * The schedule of a loan about to be handed out. A first due date far off may bear more interest than an instalment, which
 * no trial of the product alone can tell.
 *
 * @throws Refusal `lending.terms-impossible`
 */
export function computedSchedule(terms: LoanTerms): CumulativeSchedule {
  try {
    return makeSchedule(terms);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw lendingProblems.termsImpossible({ why: error.message });
  }
}
