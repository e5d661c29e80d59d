import type { CumulativeSchedule } from '../loan-standing.ts';
import { changedSchedule, outlookOf } from '../what-if.ts';
import type { Change, Outlook } from '../what-if.ts';
import { enterAll } from './enter.ts';
import type { Entered } from './enter.ts';
import { lifeProblems } from './life-problems.ts';
import { scheduleInForce } from './loan-life.ts';
import type { LoanInHand } from './loan-life.ts';
import { assertRunning } from './plans.ts';
import type { PlanContext } from './plans.ts';

/**
 * What was looked at as a what-if, entered as a restructure: the very days and amounts of the preview.
 *
 * @param asked.shown what people saw and agreed to; anything else that would come out now is refused
 * @throws Refusal `lending.nothing-to-change`, `lending.not-as-shown`
 */
export function planWhatIf(
  loan: LoanInHand,
  asked: { readonly change: Change; readonly shown: Outlook },
  context: PlanContext,
): Entered[] {
  assertRunning(loan);
  const { today } = context;
  const before = scheduleInForce(loan);
  const schedule = changedSchedule(
    { schedule: before, paid: loan.paid, terms: loan.terms },
    asked.change,
    today,
  );
  if (!schedule || isSame(schedule, before)) throw lifeProblems.nothingToChange(loan);
  if (!agrees(outlookOf(schedule, loan.paid, today), asked.shown))
    throw lifeProblems.notAsShown(loan);
  return enterAll(
    loan,
    [
      {
        id: context.newId(),
        kind: 'restructure',
        on: today,
        amountRupiah: loan.principalRupiah - loan.paid.principal,
        schedule,
      },
    ],
    today,
  );
}

function agrees(now: Outlook, shown: Outlook): boolean {
  return (
    now.nextDueOn === shown.nextDueOn &&
    now.lastDueOn === shown.lastDueOn &&
    now.instalmentRupiah === shown.instalmentRupiah &&
    now.count === shown.count &&
    now.leftRupiah === shown.leftRupiah
  );
}

function isSame(a: CumulativeSchedule, b: CumulativeSchedule): boolean {
  return (
    a.dueOn.length === b.dueOn.length &&
    a.dueOn.every((day, i) => day === b.dueOn[i]) &&
    a.principalDue.every((due, i) => due === b.principalDue[i]) &&
    a.interestDue.every((due, i) => due === b.interestDue[i])
  );
}
