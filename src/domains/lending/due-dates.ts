import { addDays, addMonths, type BusinessDate } from '#kernel/date.ts';
import { aroundClosures } from './closures.ts';
import type { LoanTerms, RepayEvery } from './terms.ts';

// Loans of a city fall due on few series of days: a group's members share one, and so do all who start on a day.
const series = new Map<string, BusinessDate[]>();
const mostSeries = 2_000;

/**
 * Due dates: as given, or counted from the first given one or from the disbursement; months keep that date's day where
 * they have it. Then closed days are seen to.
 */
export function dueDatesOf(terms: LoanTerms): BusinessDate[] {
  const days = plannedDays(terms);
  return terms.closures ? aroundClosures(days, terms.closures, terms.product.repayEvery) : days;
}

function plannedDays(terms: LoanTerms): BusinessDate[] {
  const { product, disbursedOn, firstDueOn, dueDates } = terms;
  if (dueDates) return [...dueDates];
  const { count, unit } = product.repayEvery;
  // A month after the disbursement and months after a first due date on its day are the most usual; the key is then
  // the day alone, which is the fastest to look up.
  const isUsual = count === 1 && unit === 'month' && firstDueOn === undefined;
  const key = isUsual ? disbursedOn : `${firstDueOn ?? `+${disbursedOn}`} ${count} ${unit}`;
  let days = series.get(key);
  if (!days) {
    if (series.size >= mostSeries) series.clear();
    days = [];
    series.set(key, days);
  }
  if (days.length < product.installments) {
    // Counted from the disbursement itself, so that a loan of 31 January falls due on 29 February and then on 31 March.
    const [from, ahead] = firstDueOn === undefined ? [disbursedOn, 1] : [firstDueOn, 0];
    for (let index = days.length; index < product.installments; index += 1)
      days.push(step(from, (index + ahead) * count, unit));
  }
  return days.slice(0, product.installments);
}

/**
 * Instalments moved off closed days may meet on one day.
 *
 * @throws RangeError when days do not follow the disbursement and one another
 */
export function assertInOrder(
  { disbursedOn, dueDates, closures }: LoanTerms,
  dueOn: readonly BusinessDate[],
): void {
  // Days that were counted follow one another; only given and moved ones need not.
  const checked = dueDates || closures ? dueOn : dueOn.slice(0, 1);
  let before = disbursedOn;
  checked.forEach((day, index) => {
    if (day < before || (day === before && (closures === undefined || index === 0)))
      throw new RangeError('due dates must follow the disbursement and one another');
    before = day;
  });
}

function step(from: BusinessDate, count: number, unit: RepayEvery['unit']): BusinessDate {
  return unit === 'month'
    ? addMonths(from, count)
    : addDays(from, unit === 'week' ? count * 7 : count);
}
