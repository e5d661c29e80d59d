import type { BusinessDate } from '#kernel/date.ts';
import { diffDays } from '#kernel/date.ts';
import type { VisitBody } from './visit-input.ts';
import type { VisitFlag } from './visit-words.ts';

/** A visit that arrives more days than this after it was made is late (domain notes §7.2: 48 hours); it is never refused for it. */
export const visitLateAfterDays = 2;

export function isLateVisit(visit: { doneOn: BusinessDate; recordedOn: BusinessDate }): boolean {
  return diffDays(visit.doneOn, visit.recordedOn) > visitLateAfterDays;
}

/** What stands around a visit when it arrives. */
export interface VisitAround {
  readonly businessState: 'active' | 'closed' | 'merged';
  /** Whether the business lies where the visitor works now. */
  readonly insideArea: boolean;
  /** Departments that may be given a finding today. */
  readonly departments: ReadonlySet<string>;
  readonly today: BusinessDate;
}

/** What had changed around a visit before it arrived, or was wrong with the phone; none of it refuses the visit. */
export function visitFlags(
  visit: Pick<VisitBody, 'doneOn' | 'findings'>,
  around: VisitAround,
): VisitFlag[] {
  const { businessState, insideArea, departments, today } = around;
  const flags: VisitFlag[] = [];
  if (businessState === 'closed') flags.push('business-closed');
  if (businessState === 'merged') flags.push('business-merged');
  if (!insideArea) flags.push('outside-area');
  if (visit.doneOn > today) flags.push('day-ahead');
  if (visit.findings.some((one) => one.departmentId !== null && one.dueOn < today))
    flags.push('due-passed');
  if (visit.findings.some((one) => one.departmentId && !departments.has(one.departmentId)))
    flags.push('department-gone');
  return flags;
}

/** The day a visit counts for: a phone whose clock runs ahead has visited today at the latest. */
export function dayOfVisit(
  visit: Pick<VisitBody, 'doneOn'>,
  around: Pick<VisitAround, 'today'>,
): BusinessDate {
  return visit.doneOn > around.today ? around.today : visit.doneOn;
}

/** To whom a finding goes and until when; a department that is gone leaves it to the office, a day that passed is today. */
export function assignmentOf(
  finding: VisitBody['findings'][number],
  around: Pick<VisitAround, 'departments' | 'today'>,
): { departmentId: string; dueOn: BusinessDate } | null {
  const { departmentId, dueOn } = finding;
  if (departmentId === null || !around.departments.has(departmentId)) return null;
  return { departmentId, dueOn: dueOn < around.today ? around.today : dueOn };
}
