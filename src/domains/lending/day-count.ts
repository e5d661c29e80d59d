import { addMonths, type BusinessDate, diffDays, isLeapYear, partsOf } from '#kernel/date.ts';
import { addRates, makeRate, type Rate, zeroRate } from '#kernel/rate.ts';
import type { DayCount, LoanTerms } from './terms.ts';

/**
 * The share of a year of every period of a schedule, by its day count. With month `30`, a monthly period counts 30
 * days for each month however long the month is; periods of days and weeks keep their days.
 */
export function sharesOfYear(terms: LoanTerms, dueOn: readonly BusinessDate[]): Rate[] {
  const { dayCount, repayEvery } = terms.product;
  const counts30 = dayCount.month === '30' && repayEvery.unit === 'month';
  const count: DayCount = counts30 ? dayCount : { ...dayCount, month: 'actual' };
  return dueOn.map((due, index) => {
    const from = dueOn[index - 1] ?? terms.disbursedOn;
    const isStep =
      counts30 && terms.dueDates === undefined && (index > 0 || terms.firstDueOn === undefined);
    const months = isStep ? repayEvery.count : undefined;
    return shareOfYear({ from, to: due, months }, count);
  });
}

/** Share of a year of a whole loan, all periods together. */
export function yearsOf(terms: LoanTerms, dueOn: readonly BusinessDate[]): Rate {
  return sharesOfYear(terms, dueOn).reduce(addRates, zeroRate);
}

/**
 * The share of a year between two days. Each day counts on the date it ends. With year `actual`, days up to
 * and including 31 December count over that year's 365 or 366.
 */
function shareOfYear(
  { from, to, months }: { from: BusinessDate; to: BusinessDate; months: number | undefined },
  count: DayCount,
): Rate {
  const years = [partsOf(from).year, partsOf(to).year] as const;
  if (count.year !== 'actual') return makeRate(BigInt(days()), BigInt(count.year));
  if (years[0] === years[1]) return partOfYear(days(), years[1]);
  let share = zeroRate;
  let start = from;
  for (let year = years[0]; year < years[1]; year += 1) {
    const lastDay = `${String(year).padStart(4, '0')}-12-31`;
    share = addRates(share, partOfYear(daysBetween(start, lastDay, count), year));
    start = lastDay;
  }
  return addRates(share, partOfYear(daysBetween(start, to, count), years[1]));

  function days(): number {
    return months === undefined ? daysBetween(from, to, count) : months * 30;
  }
}

function partOfYear(days: number, year: number): Rate {
  return makeRate(BigInt(days), isLeapYear(year) ? 366n : 365n);
}

function daysBetween(from: BusinessDate, to: BusinessDate, count: DayCount): number {
  if (count.month === 'actual') return diffDays(from, to);
  const [a, b] = [partsOf(from), partsOf(to)];
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  // From the 31st to the last day of February are whole months too.
  if (addMonths(from, months) === to) return months * 30;
  return months * 30 + Math.min(b.day, 30) - Math.min(a.day, 30);
}
