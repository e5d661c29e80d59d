import type { BusinessDate } from '#kernel/date.ts';
import { divideHalfEven, roundToMultiple, type Rupiah, smaller } from '#kernel/money.ts';
import { applyRate, multiplyRates, parsePercent, type Rate, zeroRate } from '#kernel/rate.ts';
import { sharesOfYear } from './day-count.ts';
import type { Instalment } from './schedule-row.ts';
import { type LoanTerms, type ProductTerms, periodRate } from './terms.ts';

/**
 * Interest on the principal still outstanding, by equal instalments (annuity) or equal principal parts.
 * Interest that a grace holds back comes with the first instalment after it; an equal instalment pays whatever
 * interest it carries first and principal with the rest.
 */
export function decliningParts(terms: LoanTerms, dueOn: readonly BusinessDate[]): Instalment[] {
  const { product, principal } = terms;
  const rates = interestRates(terms, dueOn);
  const bearing = product.installments - product.grace.principal;
  if (product.amortization === 'equal-principal') {
    const part = divideHalfEven(principal, BigInt(bearing));
    return payDown({ terms, rates }, () => part);
  }
  const annuityRates = product.annuity === 'nominal' ? rates.map(() => periodRate(product)) : rates;
  const instalment = roundInstalment(product, annuity(principal, annuityRates.slice(-bearing)));
  const plan = planFor(instalment);
  return product.annuity === 'by-period' ? levelled(plan, instalment) : plan;

  function planFor(amount: Rupiah): Instalment[] {
    return payDown({ terms, rates }, (interest) => amount - interest);
  }

  /** Moves the instalment once when the last differs too much, and keeps the move if the gap shrinks. */
  function levelled(first: Instalment[], amount: Rupiah): Instalment[] {
    const gap = gapOf(first, amount);
    if (size(gap) <= BigInt(Math.floor(product.installments / 2))) return first;
    const step = divideHalfEven(gap, BigInt(product.installments));
    const moved = roundInstalment(product, amount + step);
    const second = planFor(moved);
    return size(gapOf(second, moved)) < size(gap) ? second : first;
  }
}

/** True rate of each period; interest-free periods have none. */
function interestRates(terms: LoanTerms, dueOn: readonly BusinessDate[]): Rate[] {
  const { product } = terms;
  const free = product.grace.interestFree;
  if (product.interestPeriod === 'same-as-repayment') {
    const rate = periodRate(product);
    return dueOn.map((_, index) => (index < free ? zeroRate : rate));
  }
  const annual = parsePercent(product.annualRatePercent);
  return sharesOfYear(terms, dueOn).map((share, index) =>
    index < free ? zeroRate : multiplyRates(annual, share),
  );
}

function payDown(
  { terms, rates }: { terms: LoanTerms; rates: readonly Rate[] },
  principalPart: (interest: Rupiah) => Rupiah,
): Instalment[] {
  const { grace } = terms.product;
  let balance = terms.principal;
  let waiting = 0n;
  return rates.map((rate, index) => {
    waiting += applyRate(balance, rate);
    const interest = index < grace.interestPayment ? 0n : waiting;
    waiting -= interest;
    const isLast = index === rates.length - 1;
    const wanted = index < grace.principal ? 0n : principalPart(interest);
    const principal = isLast ? balance : smaller(wanted, balance);
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
