import type { BusinessDate } from '#kernel/date.ts';
import type { DayCount, LoanTerms, ProductTerms } from '../terms.ts';
import type { Explanation } from './explanation.ts';

export interface OtherReading {
  readonly explanation: Explanation;
  readonly read: LoanTerms;
}

/** Multiples that lenders here round instalments to, in whole rupiah. */
const multiples = [100n, 500n, 1000n];

const dayCounts: readonly DayCount[] = [
  { year: '365', month: 'actual' },
  { year: '360', month: 'actual' },
  { year: 'actual', month: 'actual' },
  { year: '360', month: '30' },
  { year: '364', month: 'actual' },
];

/**
 * How else a lender may read the same terms, the likeliest first: its own due dates, an instalment rounded to a
 * multiple, another day count, another annuity, another method. Each is tried with the agreed dates and with the
 * lender's own, since a lender that moves dates off holidays counts its interest to those.
 *
 * @param theirs the lender's due dates in order, and the decimal places of the loan's amounts
 */
export function otherReadings(
  terms: LoanTerms,
  theirs: { dates: readonly BusinessDate[]; digits: number },
): OtherReading[] {
  const unit = 10n ** BigInt(theirs.digits);
  const { product } = terms;
  const changes: { explanation: Explanation; change: Partial<ProductTerms> }[] = [
    { explanation: 'date-shift', change: {} },
    ...[undefined, ...multiples.map((multiple) => (multiple * unit).toString())]
      .filter((multiple) => multiple !== product.roundInstallmentTo)
      .map((roundInstallmentTo) => ({
        explanation: 'instalment-rounding' as const,
        change: { roundInstallmentTo },
      })),
    ...dayCounts.map((dayCount) => ({
      explanation: 'day-count' as const,
      change: { interestPeriod: 'daily' as const, dayCount },
    })),
    { explanation: 'day-count', change: { interestPeriod: 'same-as-repayment' } },
    {
      explanation: 'annuity',
      change: { annuity: product.annuity === 'nominal' ? 'by-period' : 'nominal' },
    },
    {
      explanation: 'method',
      change: {
        amortization:
          product.amortization === 'equal-principal' ? 'equal-installments' : 'equal-principal',
      },
    },
    {
      explanation: 'method',
      change: { interestMethod: product.interestMethod === 'flat' ? 'declining' : 'flat' },
    },
  ];
  return changes.flatMap(({ explanation, change }) => {
    const read = { ...terms, product: { ...product, ...change } };
    return [
      { explanation, read },
      { explanation, read: { ...read, dueDates: theirs.dates } },
    ];
  });
}
