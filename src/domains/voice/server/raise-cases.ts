import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Actor } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { takeNumbers } from '#domains/access/server/index.ts';
import { caseProblems } from '../problems.ts';
import { departmentsAmong, insertCases } from './case-store.ts';
import type { NewCase } from './case-store.ts';

/** A finding to be raised; its number is given here. */
export type RaisedCase = Omit<NewCase, 'id' | 'number'>;

/**
 * Raises findings and hands each to its department at once; three statements however many there are.
 *
 * @returns ids and numbers in the order given
 * @throws Refusal unknown-department, due-in-the-past
 */
export async function raiseCases(
  tx: Tx,
  raised: { cases: readonly RaisedCase[]; by: Actor; now: Date; today: BusinessDate },
): Promise<{ id: string; number: string }[]> {
  const { cases, by, now, today } = raised;
  if (cases.length === 0) return [];
  const wanted = new Set(cases.flatMap((one) => (one.assigned ? [one.assigned.departmentId] : [])));
  if (wanted.size > 0) {
    const known = await departmentsAmong(tx, [...wanted], today);
    if (known.size !== wanted.size) throw caseProblems.unknownDepartment();
  }
  if (cases.some((one) => one.assigned && one.assigned.dueOn < today))
    throw caseProblems.dueInThePast();
  const year = Number(today.slice(0, 4));
  const first = await takeNumbers(tx, { name: 'case', year, count: cases.length });
  const numbered = cases.map((one, index) => ({
    ...one,
    id: newId(),
    number: caseNumber(year, first + index),
  }));
  await insertCases(tx, { cases: numbered, by, now, today });
  return numbered.map(({ id, number }) => ({ id, number }));
}

function caseNumber(year: number, counted: number): string {
  return `SW-${year}-${String(counted).padStart(5, '0')}`;
}
