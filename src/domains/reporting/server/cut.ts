import type { BusinessDate } from '#kernel/date.ts';

/** The moment a figure is measured at. */
export interface Cut {
  /** Everything of this day that was recorded so far counts. */
  readonly today: BusinessDate;
}

/** How far back "reached" looks. */
export const reachedWithinDays = 90;
/** A phone counts as heard from when it was here on the day or this many days before: over a weekend nobody is late. */
export const seenWithinDays = 3;
/** How far back "paid on time" looks, and with it the month it is compared with. */
export const onTimeDays = 30;
