import { newId } from '#kernel/id.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Actor } from '#platform/command/command.ts';
import { together } from '#platform/db/together.ts';
import type { Tx } from '#platform/db/tx.ts';
import { caseProblems } from '../problems.ts';
import { departmentsAmong, insertCases } from './case-store.ts';
import type { NewCase } from './case-store.ts';

/** A finding to be raised; its id and number are given here. */
export type RaisedCase = Omit<NewCase, 'id'>;

/**
 * Raises findings and hands each to its department at once; two statements in one flight however many there are.
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
  if (cases.some((one) => one.assigned && one.assigned.dueOn < today))
    throw caseProblems.dueInThePast();
  const named = cases.map((one) => ({ ...one, id: newId() }));
  const [, numbers] = await together(
    assertDepartments(tx, cases, today),
    insertCases(tx, { cases: named, by, now, today }),
  );
  return named.map(({ id }) => ({ id, number: numbers.get(id) ?? '' }));
}

/** @throws Refusal unknown-department */
async function assertDepartments(
  tx: Tx,
  cases: readonly RaisedCase[],
  today: BusinessDate,
): Promise<void> {
  const wanted = new Set(cases.flatMap((one) => (one.assigned ? [one.assigned.departmentId] : [])));
  if (wanted.size === 0) return;
  const known = await departmentsAmong(tx, [...wanted], today);
  if (known.size !== wanted.size) throw caseProblems.unknownDepartment();
}
