import type { BusinessDate } from '#kernel/date.ts';
import { divideHalfEven, roundToMultiple, type Rupiah } from '#kernel/money.ts';
import { applyRate, multiplyRates, parsePercent, type Rate, zeroRate } from '#kernel/rate.ts';
import { shareOfYear } from './day-count.ts';
import type { Instalment } from './schedule-row.ts';
import { type LoanTerms, type ProductTerms, periodRate } from './terms.ts';

/** Interest on the principal still outstanding, by equal instalments (annuity) or equal principal parts. */
export function decliningParts(terms: LoanTerms, dueOn: readonly BusinessDate[]): Instalment[] {
  const { product, principal } = terms;
  const rates = interestRates(terms, dueOn);
  const bearing = product.installments - product.grace.principal;
  if (product.amortization === 'equal-principal') {
    const part = divideHalfEven(principal, BigInt(bearing));
    return payDown(
      { terms, rates },
      (interest) => roundInstalment(product, part + interest) - interest,
    );
  }
  const annuityRates = product.annuity === 'nominal' ? rates.map(() => periodRate(product)) : rates;
  const instalment = annuity(principal, annuityRates.slice(-bearing));
  const plan = planFor(instalment);
  return product.annuity === 'by-period' ? levelled(plan, instalment) : plan;

  function planFor(amount: Rupiah): Instalment[] {
    const rounded = roundInstalment(product, amount);
    return payDown({ terms, rates }, (interest) => rounded - interest);
  }

  /** Moves the instalment once when the last differs too much, and keeps the move if the gap shrinks. */
  function levelled(first: Instalment[], amount: Rupiah): Instalment[] {
    const gap = gapOf(first, amount);
    if (size(gap) <= BigInt(Math.floor(product.installments / 2))) return first;
    const moved = amount + divideHalfEven(gap, BigInt(product.installments));
    const second = planFor(moved);
    return size(gapOf(second, moved)) < size(gap) ? second : first;
  }
}

/** True rate of each period; interest-free periods have none. */
function interestRates(
  { product, disbursedOn }: LoanTerms,
  dueOn: readonly BusinessDate[],
): Rate[] {
  const annual = parsePercent(product.annualRatePercent);
  return dueOn.map((due, index) => {
    if (index < product.grace.interestFree) return zeroRate;
    if (product.interestPeriod === 'same-as-repayment') return periodRate(product);
    return multiplyRates(
      annual,
      shareOfYear(dueOn[index - 1] ?? disbursedOn, due, product.dayCount),
    );
  });
}

function payDown(
  { terms, rates }: { terms: LoanTerms; rates: readonly Rate[] },
  principalPart: (interest: Rupiah) => Rupiah,
): Instalment[] {
  let balance = terms.principal;
  return rates.map((rate, index) => {
    const interest = applyRate(balance, rate);
    const inGrace = index < terms.product.grace.principal;
    const isLast = index === rates.length - 1;
    const principal = isLast ? balance : inGrace ? 0n : principalPart(interest);
    balance -= principal;
    return { principal, interest };
  });
}

/**
 * The equal instalment that pays a principal off: P·Π(1+r_i) / f_n with f_1 = 1, f_i = 1 + f_(i−1)·(1+r_i),
 * in whole numbers over one common denominator so that it is exact before its single rounding.
 */
export function annuity(principal: Rupiah, rates: readonly Rate[]): Rupiah {
  const common = rates.reduce(
    (product, rate) => leastCommonMultiple(product, rate.denominator),
    1n,
  );
  let growth = 1n;
  let factor = 0n;
  let power = 1n;
  for (const rate of rates) {
    const grown = common + rate.numerator * (common / rate.denominator);
    growth *= grown;
    factor = factor === 0n ? 1n : power + factor * grown;
    power *= common;
  }
  return divideHalfEven(principal * growth, common * factor);
}

function roundInstalment(product: ProductTerms, amount: Rupiah): Rupiah {
  return product.roundInstallmentTo
    ? roundToMultiple(amount, BigInt(product.roundInstallmentTo))
    : amount;
}

function gapOf(plan: readonly Instalment[], amount: Rupiah): Rupiah {
  const last = plan.at(-1);
  return last ? last.principal + last.interest - amount : 0n;
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
