import type { BusinessDate } from '#kernel/date.ts';
import { divideHalfEven, roundToMultiple, type Rupiah, smaller, sum } from '#kernel/money.ts';
import { makeRate, multiplyRates, parsePercent, type Rate, roundRate } from '#kernel/rate.ts';
import { yearsOf } from './day-count.ts';
import type { Instalment } from './schedule-row.ts';
import { type LoanTerms, marginOf, periodRate } from './terms.ts';

/**
 * Flat interest, or a fixed margin: always on the whole principal, the same in every instalment that pays interest. Every part is
 * rounded half-even and the last takes the total minus the rest. With `roundInstallmentTo`, principal and interest
 * are each rounded to the multiple for the sum; interest then keeps its exact part and principal the rest.
 */
export function flatParts(terms: LoanTerms, dueOn: readonly BusinessDate[]): Instalment[] {
  const { product, principal } = terms;
  const count = product.installments;
  const multiple = BigInt(product.roundInstallmentTo ?? '1');
  const part = divideHalfEven(principal, BigInt(count - product.grace.principal));
  let principalLeft = principal;
  return flatInterest(terms, dueOn).map((interest, index) => {
    let share = 0n;
    if (index === count - 1) share = principalLeft;
    else if (index >= product.grace.principal) {
      share = roundToMultiple(part, multiple) + roundToMultiple(interest, multiple) - interest;
    }
    share = smaller(share, principalLeft);
    principalLeft -= share;
    return { principal: share, interest };
  });
}

/**
 * Interest parts. What a grace on interest payment holds back is, with equal instalments, spread over the others,
 * so that these stay equal; with equal principal it comes with the first instalment after the grace.
 */
function flatInterest(terms: LoanTerms, dueOn: readonly BusinessDate[]): Rupiah[] {
  const { installments, grace, amortization } = terms.product;
  const bearing = BigInt(installments - grace.interestFree);
  const margin = marginOf(terms);
  const exact =
    margin === undefined
      ? multiplyRates(makeRate(terms.principal), rateOfBearing(terms, dueOn))
      : makeRate(margin);
  const total = roundRate(exact);
  const isSpread = amortization === 'equal-installments';
  const first = isSpread ? Math.max(grace.interestFree, grace.interestPayment) : grace.interestFree;
  const payers = isSpread ? BigInt(installments - first) : bearing;
  const part = roundRate({ numerator: exact.numerator, denominator: exact.denominator * payers });
  let left = total;
  const parts = Array.from({ length: installments }, (_, index) => {
    // A few units over many instalments: parts rounded up run out before the last one.
    const share = index === installments - 1 ? left : index < first ? 0n : smaller(part, left);
    left -= share;
    return share;
  });
  return isSpread ? parts : deferred(parts, grace.interestPayment);
}

/** Rate of all periods that bear interest, together. */
function rateOfBearing(terms: LoanTerms, dueOn: readonly BusinessDate[]): Rate {
  const { product } = terms;
  const { installments, grace, interestPeriod, rateBasis, annualRatePercent } = product;
  const bearing = BigInt(installments - grace.interestFree);
  const annual = parsePercent(annualRatePercent);
  if (rateBasis === 'whole-term') return annual;
  if (interestPeriod === 'same-as-repayment')
    return multiplyRates(periodRate(product), makeRate(bearing));
  const whole = multiplyRates(annual, yearsOf(terms, dueOn));
  return multiplyRates(whole, makeRate(bearing, BigInt(installments)));
}

/** Interest of the first periods waits for the first instalment after them. */
function deferred(parts: readonly Rupiah[], periods: number): Rupiah[] {
  const waiting = sum(parts.slice(0, periods));
  return parts.map((part, index) =>
    index < periods ? 0n : index === periods ? waiting + part : part,
  );
}
