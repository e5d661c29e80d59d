import type { BusinessDate } from '#kernel/date.ts';
import { divideHalfEven, roundToMultiple, type Rupiah, sum } from '#kernel/money.ts';
import {
  addRates,
  makeRate,
  multiplyRates,
  parsePercent,
  roundRate,
  type Rate,
  zeroRate,
} from '#kernel/rate.ts';
import { shareOfYear } from './day-count.ts';
import type { Instalment } from './schedule-row.ts';
import { type LoanTerms, periodRate } from './terms.ts';

/**
 * Flat interest: always on the whole principal. Every part is rounded half-even and the last takes the total
 * minus the rest. With `roundInstallmentTo`, the principal part gives way so that the sum is a multiple.
 */
export function flatParts(terms: LoanTerms, dueOn: readonly BusinessDate[]): Instalment[] {
  const { product, principal } = terms;
  const count = product.installments;
  const interests = flatInterest(terms, dueOn);
  const bearing = BigInt(count - product.grace.principal);
  const multiple = BigInt(product.roundInstallmentTo ?? '1');
  let principalLeft = principal;
  return interests.map((interest, index) => {
    let part = 0n;
    if (index === count - 1) part = principalLeft;
    else if (index >= product.grace.principal) {
      part = roundToMultiple(divideHalfEven(principal, bearing) + interest, multiple) - interest;
    }
    principalLeft -= part;
    return { principal: part, interest };
  });
}

/** Interest parts; the last absorbs what the others lost or won by rounding. */
function flatInterest(terms: LoanTerms, dueOn: readonly BusinessDate[]): Rupiah[] {
  const exact = dueOn.map((_, index) => exactInterest(terms, dueOn, index));
  const total = roundRate(exact.reduce(addRates, zeroRate));
  const parts = exact.slice(0, -1).map(roundRate);
  return [...parts, total - sum(parts)];
}

function exactInterest(terms: LoanTerms, dueOn: readonly BusinessDate[], index: number): Rate {
  const { product, principal, disbursedOn } = terms;
  const free = product.grace.interestFree;
  if (index < free) return zeroRate;
  return multiplyRates(makeRate(principal), rateOfPeriod());

  function rateOfPeriod(): Rate {
    const annual = parsePercent(product.annualRatePercent);
    if (product.rateBasis === 'whole-term') {
      return multiplyRates(annual, makeRate(1n, BigInt(product.installments - free)));
    }
    if (product.interestPeriod === 'same-as-repayment') return periodRate(product);
    const from = dueOn[index - 1] ?? disbursedOn;
    return multiplyRates(annual, shareOfYear(from, dueOn[index] ?? from, product.dayCount));
  }
}
