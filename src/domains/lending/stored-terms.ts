import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { Json } from '#platform/command/command.ts';
import { lendingProblems } from './problems.ts';
import { makeSchedule } from './repayment-schedule.ts';
import type { LoanTerms, ProductTerms } from './terms.ts';

/** A loan's terms as its row keeps them, so that its schedule can be made again from them alone. */
export function loanTermsJson(terms: LoanTerms): Json {
  return {
    product: productTermsJson(terms.product),
    principal: terms.principal.toString(),
    disbursedOn: terms.disbursedOn,
    firstDueOn: terms.firstDueOn ?? null,
  };
}

function productTermsJson(terms: ProductTerms): Json {
  const { repayEvery, dayCount, grace, rateBasis, roundInstallmentTo, ...plain } = terms;
  return {
    ...plain,
    ...(rateBasis && { rateBasis }),
    ...(roundInstallmentTo && { roundInstallmentTo }),
    repayEvery: { ...repayEvery },
    dayCount: { ...dayCount },
    grace: { ...grace },
  };
}

/**
 * Tries the smallest and the largest loan, so that a product nobody can compute is never offered.
 *
 * @throws Refusal `lending.terms-impossible`
 */
export function assertComputable(
  terms: ProductTerms,
  trial: { amounts: readonly Rupiah[]; today: BusinessDate },
): void {
  try {
    for (const principal of trial.amounts) {
      makeSchedule({ product: terms, principal, disbursedOn: trial.today });
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw lendingProblems.termsImpossible({ why: error.message });
  }
}
