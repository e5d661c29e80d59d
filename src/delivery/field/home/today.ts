import type { BusinessDate } from '#kernel/date.ts';
import type { TodayItem, TodaySource, TodayView } from '../screen.ts';

/** Today's list in the order in which things are due. */
export interface TodayList {
  /** What should have been done on an earlier day, oldest first. */
  readonly overdue: readonly TodayItem[];
  readonly today: readonly TodayItem[];
  readonly ahead: readonly TodayItem[];
}

/** How far ahead one looks; what comes later is planned in the office. */
const daysAhead = 7;

/** Joins what every subject says about these days. Pure. */
export function todayList(
  sources: readonly TodaySource[],
  view: TodayView,
  lastDay: BusinessDate,
): TodayList {
  const items = sources.flatMap((source) => source(view)).sort(byDueTime);
  const open = (item: TodayItem) => item.state === 'due' || item.state === 'unsent';
  return {
    overdue: items.filter((item) => item.dueOn < view.today && item.state === 'due'),
    today: items.filter(
      (item) => item.dueOn === view.today || (item.dueOn < view.today && item.state === 'unsent'),
    ),
    ahead: items.filter((item) => item.dueOn > view.today && item.dueOn <= lastDay && open(item)),
  };
}

export { daysAhead };

/** A line without an hour comes after those with one: there is still the whole day for it. */
function byDueTime(a: TodayItem, b: TodayItem): number {
  return (
    a.dueOn.localeCompare(b.dueOn) ||
    (a.at ?? '99').localeCompare(b.at ?? '99') ||
    a.title.localeCompare(b.title, 'id')
  );
}
