import { enterAll } from './enter.ts';
import type { Entered, NewEntry } from './enter.ts';
import { lifeProblems } from './life-problems.ts';
import { reversedIds } from './loan-life.ts';
import type { LifeEntry, LoanInHand } from './loan-life.ts';
import type { PlanContext } from './plans.ts';

const reversible: ReadonlySet<LifeEntry['kind']> = new Set([
  'repayment',
  'fee',
  'penalty',
  'tranche',
  'top-up',
  'waiver',
  'restructure',
  'prepayment',
  'write-off',
  'forgiveness',
  'recovery',
  'refund',
]);
const afterWriteOff: ReadonlySet<LifeEntry['kind']> = new Set([
  'write-off',
  'forgiveness',
  'recovery',
  'refund',
]);

/** The entry that is to be reversed. @throws Refusal why it cannot be */
export function entryToReverse(loan: LoanInHand, entryId: string): LifeEntry {
  const entry = loan.entries.find((one) => one.id === entryId);
  if (!entry) throw lifeProblems.noSuchEntry();
  if (entry.kind === 'reversal') throw lifeProblems.reversalStays();
  const isPart = entry.causedBy !== null && !reversedIds(loan).has(entry.causedBy);
  if (!reversible.has(entry.kind) || isPart) throw lifeProblems.cannotReverse();
  if (reversedIds(loan).has(entry.id)) throw lifeProblems.alreadyReversed();
  if ([entry, ...partsOf(loan, entry)].some((one) => restsOnIt(loan, one)))
    throw lifeProblems.reverseNewerFirst();
  return entry;
}

/** What was entered because of it and goes with it, such as the plan that money ahead made. */
function partsOf(loan: LoanInHand, entry: LifeEntry): LifeEntry[] {
  const reversed = reversedIds(loan);
  return loan.entries.filter(
    (one) => one.causedBy === entry.id && one.kind !== 'reallocation' && !reversed.has(one.id),
  );
}

/**
 * Undoes an entry: the loan is computed again as if it had never been, from its day on. The entry itself and what
 * was written because of it stay as they are.
 */
export function planReversal(
  loan: LoanInHand,
  reversal: { entryId: string },
  context: PlanContext,
): Entered[] {
  const entry = entryToReverse(loan, reversal.entryId);
  const undo = (one: LifeEntry): NewEntry => {
    const before =
      one.scheduleVersion === null ? undefined : loan.versions[one.scheduleVersion - 2];
    return {
      id: context.newId(),
      kind: 'reversal',
      on: context.today,
      amountRupiah: one.amountRupiah,
      reversesId: one.id,
      ...(before && { schedule: before }),
    };
  };
  return enterAll(loan, [entry, ...partsOf(loan, entry)].map(undo), context.today);
}

/** Schedules are undone from the newest; a write-off only once nothing was recovered or forgiven upon it. */
function restsOnIt(loan: LoanInHand, entry: LifeEntry): boolean {
  const reversed = reversedIds(loan);
  const standing = loan.entries.filter((one) => one.kind !== 'reversal' && !reversed.has(one.id));
  if (loan.writtenOffRupiah > 0n && !afterWriteOff.has(entry.kind)) return true;
  if (entry.kind === 'write-off')
    return standing.some((one) => one.kind === 'recovery' || one.kind === 'forgiveness');
  if (entry.scheduleVersion === null) return false;
  const newest = Math.max(...standing.map((one) => one.scheduleVersion ?? 0));
  return newest > entry.scheduleVersion;
}
