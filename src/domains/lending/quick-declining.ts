import type { BusinessDate } from '#kernel/date.ts';
import type { CumulativeSchedule } from './loan-standing.ts';
import { type LoanTerms, periodRate, type ProductTerms } from './terms.ts';

/** A rate whose parts are doubles that hold whole numbers. */
interface SmallRate {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Declining schedules with one rate for every period, in doubles instead of big integers: about thirty times as
 * fast, and to the same unit, because it is only used where every number it meets is a whole one below 2⁵³, and
 * the one rounding of the annuity is certain. Null where that cannot be told; the exact way then decides.
 */
export function quickDeclining(
  terms: LoanTerms,
  dueOn: readonly BusinessDate[],
): CumulativeSchedule | null {
  const { product } = terms;
  if (product.interestMethod !== 'declining' || product.interestPeriod === 'daily') return null;
  if (product.annuity !== 'nominal' && product.amortization === 'equal-installments') return null;
  if (product.roundInstallmentTo !== undefined) return null;
  const rate = smallPeriodRate(product);
  const principal = Number(terms.principal);
  // Twice the largest product must be whole for the half to be seen.
  if (2 * principal * Math.max(rate.numerator, 1) >= Number.MAX_SAFE_INTEGER) return null;
  if (2 * rate.denominator >= Number.MAX_SAFE_INTEGER) return null;
  const bearing = product.installments - product.grace.principal;
  if (product.amortization === 'equal-principal') {
    const part = nearest({ numerator: principal, denominator: bearing });
    return payDown(terms, { dueOn, rate, part, instalment: null });
  }
  const instalment = certainAnnuity({ principal, rate, count: bearing });
  return instalment === null ? null : payDown(terms, { dueOn, rate, part: 0, instalment });
}

// Terms come in few kinds, and reading a rate from its text costs more than a schedule's whole arithmetic.
const smallRates = {
  day: new Map<string, SmallRate[]>(),
  week: new Map<string, SmallRate[]>(),
  month: new Map<string, SmallRate[]>(),
};
const mostRates = 1_000;

function smallPeriodRate(product: ProductTerms): SmallRate {
  const { count, unit } = product.repayEvery;
  const known = smallRates[unit].get(product.annualRatePercent)?.[count];
  if (known) return known;
  const { numerator, denominator } = periodRate(product);
  const rate = { numerator: Number(numerator), denominator: Number(denominator) };
  if (smallRates[unit].size >= mostRates) smallRates[unit].clear();
  const byCount = smallRates[unit].get(product.annualRatePercent) ?? [];
  if (count <= 31) byCount[count] = rate;
  smallRates[unit].set(product.annualRatePercent, byCount);
  return rate;
}

/**
 * The equal instalment, rounded half-even; null when a double's error might change it. Floating point gives it with
 * a relative error below 10⁻¹³ (log1p and expm1 keep their digits for small rates), so only an instalment nearer
 * than that to a half is in doubt.
 */
function certainAnnuity({
  principal,
  rate,
  count,
}: {
  principal: number;
  rate: SmallRate;
  count: number;
}): number | null {
  if (rate.numerator === 0) return nearest({ numerator: principal, denominator: count });
  const periodRate = rate.numerator / rate.denominator;
  const instalment = (principal * periodRate) / -Math.expm1(-count * Math.log1p(periodRate));
  const rounded = Math.round(instalment);
  const fromHalf = 0.5 - Math.abs(instalment - rounded);
  return fromHalf > instalment * 1e-12 + 1e-9 ? rounded : null;
}

function payDown(
  { product, principal }: LoanTerms,
  {
    dueOn,
    rate,
    part,
    instalment,
  }: {
    dueOn: readonly BusinessDate[];
    rate: SmallRate;
    part: number;
    instalment: number | null;
  },
): CumulativeSchedule | null {
  const { grace } = product;
  const lent = Number(principal);
  const last = product.installments - 1;
  const principalDue = new Array<bigint>(product.installments);
  const interestDue = new Array<bigint>(product.installments);
  let balance = lent;
  let waiting = 0;
  let interestSoFar = 0;
  for (let index = 0; index <= last; index += 1) {
    if (index >= grace.interestFree) {
      waiting += nearest({ numerator: balance * rate.numerator, denominator: rate.denominator });
    }
    const interest = index < grace.interestPayment ? 0 : waiting;
    waiting -= interest;
    const wanted = instalment === null ? part : instalment - interest;
    const paid = index === last ? balance : index < grace.principal ? 0 : Math.min(wanted, balance);
    // Instalments that cover no interest are refused, and a loan paid off early ends there: the exact way says so.
    if (paid < 0 || (balance === 0 && interest === 0)) return null;
    balance -= paid;
    interestSoFar += interest;
    principalDue[index] = wholeNumber(lent - balance);
    interestDue[index] = wholeNumber(interestSoFar);
  }
  return { dueOn, principalDue, interestDue };
}

/** The engine makes a bigint of a small integer several times as fast as of a double. */
function wholeNumber(amount: number): bigint {
  return amount <= 0x7fff_ffff ? BigInt(amount | 0) : BigInt(amount);
}

/** Half-even, of whole numbers ≥ 0 whose doubles are exact. */
function nearest({ numerator, denominator }: SmallRate): number {
  let quotient = Math.floor(numerator / denominator);
  let remainder = numerator - quotient * denominator;
  // The division itself was rounded: it may have crossed a whole number.
  if (remainder < 0) {
    quotient -= 1;
    remainder += denominator;
  }
  const twice = remainder * 2;
  return twice > denominator || (twice === denominator && quotient % 2 === 1)
    ? quotient + 1
    : quotient;
}
