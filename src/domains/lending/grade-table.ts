import type { AddGradeTable } from './day-close-input.ts';
import { lendingProblems } from './problems.ts';

/**
 * Whether a table's lines get worse and later downwards, and speak of maturity all or none: only then has every loan
 * one grade.
 *
 * @throws Refusal `lending.grades-out-of-order`
 */
export function assertGradesInOrder(lines: AddGradeTable['lines']): void {
  const matures = lines.filter((line) => line.mostDaysAfterMaturity !== null).length;
  const inOrder = lines.every((line, i) => {
    const before = lines[i - 1];
    return (
      !before ||
      (line.grade > before.grade &&
        line.mostOverdueDays > before.mostOverdueDays &&
        (line.mostDaysAfterMaturity ?? 0) >= (before.mostDaysAfterMaturity ?? 0))
    );
  });
  if (!inOrder || (matures > 0 && matures < lines.length)) throw lendingProblems.gradesOutOfOrder();
}
