import { type BusinessDate, diffDays, isLeapYear, partsOf } from '#kernel/date.ts';
import { addRates, makeRate, type Rate, zeroRate } from '#kernel/rate.ts';
import type { DayCount } from './terms.ts';

/**
 * The share of a year between two days. Each day counts on the date it ends. With year `actual`, days up to
 * and including 31 December count over that year's 365 or 366; with month `30`, every month has 30 days.
 */
export function shareOfYear(from: BusinessDate, to: BusinessDate, count: DayCount): Rate {
  if (count.year !== 'actual')
    return makeRate(BigInt(daysBetween(from, to, count)), BigInt(count.year));
  let share = zeroRate;
  let start = from;
  for (let year = partsOf(from).year; year < partsOf(to).year; year += 1) {
    const lastDay = `${String(year).padStart(4, '0')}-12-31`;
    share = addRates(share, partOfYear(daysBetween(start, lastDay, count), year));
    start = lastDay;
  }
  return addRates(share, partOfYear(daysBetween(start, to, count), partsOf(to).year));
}

function partOfYear(days: number, year: number): Rate {
  return makeRate(BigInt(days), isLeapYear(year) ? 366n : 365n);
}

function daysBetween(from: BusinessDate, to: BusinessDate, count: DayCount): number {
  if (count.month === 'actual') return diffDays(from, to);
  const [a, b] = [partsOf(from), partsOf(to)];
  return (
    (b.year - a.year) * 360 + (b.month - a.month) * 30 + Math.min(b.day, 30) - Math.min(a.day, 30)
  );
}
