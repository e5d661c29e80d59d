import { addDays, addMonths, type BusinessDate, weekdayOf } from '#kernel/date.ts';
import type { RepayEvery } from './terms.ts';

/**
 * What becomes of an instalment whose day is closed.
 *
 * - `same-day`: it stays due. - `next-working-day`, `previous-working-day`: it moves to the nearest open day.
 * - `next-meeting`: it alone moves by whole periods, so that two may be due at one meeting.
 * - `skip-and-extend`: it and everything after it fall one period later (Lebaran weeks).
 */
export const closureRules = [
  'same-day',
  'next-working-day',
  'previous-working-day',
  'next-meeting',
  'skip-and-extend',
] as const;

/** Days on which nothing is collected, from an editable calendar, and the rule of the product. */
export interface Closures {
  readonly rule: (typeof closureRules)[number];
  readonly closed: readonly BusinessDate[];
  /** Weekdays that are always closed, 1 = Monday. */
  readonly weekend: readonly number[];
}

/** So many closed days on end are a slip in the calendar. */
const mostOnEnd = 400;

/**
 * Due dates by the rule for closed days. They do not go back; two may be the same unless they are extended.
 *
 * @throws RangeError when no open day is near
 */
export function aroundClosures(
  days: readonly BusinessDate[],
  { rule, closed, weekend }: Closures,
  repayEvery: RepayEvery,
): BusinessDate[] {
  const isClosed = (day: BusinessDate) => closed.includes(day) || weekend.includes(weekdayOf(day));
  const first = days[0];
  if (rule === 'same-day' || first === undefined) return [...days];
  if (rule === 'skip-and-extend') return openOnes(days, isClosed, repayEvery);
  return days.map((day) => {
    if (rule === 'next-meeting') return firstOpen((n) => step(day, n, repayEvery), isClosed);
    const direction = rule === 'next-working-day' ? 1 : -1;
    return firstOpen((n) => addDays(day, n * direction), isClosed);
  });
}

/** As many open days as were asked for: closed ones drop out and others follow at the end. */
function openOnes(
  days: readonly BusinessDate[],
  isClosed: (day: BusinessDate) => boolean,
  repayEvery: RepayEvery,
): BusinessDate[] {
  const open = days.filter((day) => !isClosed(day));
  const last = days.at(-1) ?? '';
  // Months are counted from a date that has the whole day, such as the 31st.
  const at = days.findIndex((day) => days.every((other) => other.slice(8) <= day.slice(8)));
  const from = days[at] ?? last;
  for (let n = days.length; open.length < days.length; n += 1) {
    if (n > days.length * 2 + mostOnEnd) throw new RangeError('closures leave no day open');
    const day = step(from, n - at, repayEvery);
    if (day > last && !isClosed(day)) open.push(day);
  }
  return open;
}

function firstOpen(
  candidate: (n: number) => BusinessDate,
  isClosed: (day: BusinessDate) => boolean,
): BusinessDate {
  for (let n = 0; n < mostOnEnd; n += 1) {
    const day = candidate(n);
    if (!isClosed(day)) return day;
  }
  throw new RangeError('closures leave no day open');
}

function step(from: BusinessDate, times: number, { count, unit }: RepayEvery): BusinessDate {
  if (unit === 'month') return addMonths(from, count * times);
  return addDays(from, (unit === 'week' ? 7 : 1) * count * times);
}
