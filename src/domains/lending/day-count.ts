import { addMonths, type BusinessDate, diffDays, isLeapYear, partsOf } from '#kernel/date.ts';
import { addRates, makeRate, type Rate, zeroRate } from '#kernel/rate.ts';
import type { DayCount, LoanTerms } from './terms.ts';

/** Days that count over one length of the year. */
export interface CountedDays {
  readonly days: number;
  readonly basis: number;
}

/**
 * The days of every period of a schedule, by its day count; a period that crosses from a common into a leap year has
 * two pieces. With month `30`, a monthly period counts 30 days for each month however long the month is; periods of
 * days and weeks keep their days.
 */
export function daysOfPeriods(terms: LoanTerms, dueOn: readonly BusinessDate[]): CountedDays[][] {
  const { dayCount, repayEvery } = terms.product;
  const counts30 = dayCount.month === '30' && repayEvery.unit === 'month';
  const count: DayCount = counts30 ? dayCount : { ...dayCount, month: 'actual' };
  const isCounted = terms.dueDates === undefined && terms.closures === undefined;
  return dueOn.map((due, index) => {
    const from = dueOn[index - 1] ?? terms.disbursedOn;
    const isStep = counts30 && isCounted && (index > 0 || terms.firstDueOn === undefined);
    return piecesOf({ from, to: due, months: isStep ? repayEvery.count : undefined }, count);
  });
}

/** The share of a year of every period. */
export function sharesOfYear(terms: LoanTerms, dueOn: readonly BusinessDate[]): Rate[] {
  return daysOfPeriods(terms, dueOn).map((pieces) =>
    pieces.reduce(
      (share, { days, basis }) => addRates(share, makeRate(BigInt(days), BigInt(basis))),
      zeroRate,
    ),
  );
}

/** Share of a year of a whole loan, all periods together. */
export function yearsOf(terms: LoanTerms, dueOn: readonly BusinessDate[]): Rate {
  return sharesOfYear(terms, dueOn).reduce(addRates, zeroRate);
}

/** Each day counts on the date it ends: days up to and including 31 December over that year's 365 or 366. */
function piecesOf(
  { from, to, months }: { from: BusinessDate; to: BusinessDate; months: number | undefined },
  count: DayCount,
): CountedDays[] {
  const whole = months === undefined ? daysBetween(from, to, count) : months * 30;
  if (count.year !== 'actual') return [{ days: whole, basis: Number(count.year) }];
  const [first, last] = [partsOf(from).year, partsOf(to).year];
  if (first === last) return [{ days: whole, basis: lengthOf(last) }];
  const pieces: CountedDays[] = [];
  let start = from;
  for (let year = first; year <= last; year += 1) {
    const end = year === last ? to : `${String(year).padStart(4, '0')}-12-31`;
    pieces.push({ days: daysBetween(start, end, count), basis: lengthOf(year) });
    start = end;
  }
  return pieces;
}

function lengthOf(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

function daysBetween(from: BusinessDate, to: BusinessDate, count: DayCount): number {
  if (count.month === 'actual') return diffDays(from, to);
  const [a, b] = [partsOf(from), partsOf(to)];
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  // From the 31st to the last day of February are whole months too.
  if (addMonths(from, months) === to) return months * 30;
  return months * 30 + Math.min(b.day, 30) - Math.min(a.day, 30);
}
