import { addMonths } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { lendingProblems } from './problems.ts';

/** Longer than any lender waits; a first due date beyond it is a year that was mistyped. */
const mostYears = 5;

/**
 * The day of the first instalment: after the loan, and in a year that somebody can have meant.
 *
 * @throws Refusal `lending.first-due-too-soon`, `lending.first-due-too-far`
 */
export function assertFirstDue(firstDueOn: BusinessDate, after: BusinessDate): void {
  if (firstDueOn <= after) throw lendingProblems.firstDueTooSoon({ firstDueOn, after });
  const latest = addMonths(after, 12 * mostYears);
  if (firstDueOn > latest) throw lendingProblems.firstDueTooFar({ firstDueOn, latest });
}
