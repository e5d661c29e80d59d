import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { caseProblems } from './problems.ts';

export const caseStates = {
  raised: { id: 'Belum ditugaskan', en: 'Not assigned yet' },
  assigned: { id: 'Menunggu jawaban', en: 'Waiting for an answer' },
  answered: { id: 'Sudah dijawab', en: 'Answered' },
  closed: { id: 'Selesai', en: 'Closed' },
  reopened: { id: 'Dibuka kembali', en: 'Reopened' },
} as const satisfies Record<string, Words>;

export type CaseState = keyof typeof caseStates;

export const caseTopics = {
  production: { id: 'Produksi', en: 'Production' },
  marketing: { id: 'Pemasaran', en: 'Marketing' },
  financing: { id: 'Pembiayaan', en: 'Financing' },
  permit: { id: 'Perizinan', en: 'Permits' },
  training: { id: 'Pelatihan', en: 'Training' },
  place: { id: 'Tempat usaha', en: 'Place of business' },
  household: { id: 'Rumah tangga', en: 'Household' },
  other: { id: 'Lainnya', en: 'Other' },
} as const satisfies Record<string, Words>;

export type CaseTopic = keyof typeof caseTopics;
export const caseTopicNames = Object.keys(caseTopics) as CaseTopic[];

/** One step of a case, as it happened. */
export type CaseEvent =
  | { readonly kind: 'raised' }
  | { readonly kind: 'assigned'; readonly departmentId: string; readonly dueOn: BusinessDate }
  | { readonly kind: 'answered'; readonly note: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'reopened'; readonly note: string };

/** A case as its steps leave it. */
export interface CaseNow {
  readonly state: CaseState;
  readonly departmentId: string | null;
  readonly dueOn: BusinessDate | null;
  /** The answer that stands; null again once the case is reopened, because then it did not help. */
  readonly answer: string | null;
}

const newCase: CaseNow = { state: 'raised', departmentId: null, dueOn: null, answer: null };

/** The steps before which each step is possible. */
const possibleFrom: Record<Exclude<CaseState, 'raised'>, readonly CaseState[]> = {
  assigned: ['raised', 'assigned', 'reopened'],
  answered: ['assigned', 'reopened'],
  closed: ['answered'],
  reopened: ['answered', 'closed'],
};

/** What a case is after one more step; the step must have been decided before. */
export function applyStep(now: CaseNow, event: CaseEvent): CaseNow {
  switch (event.kind) {
    case 'raised':
      return newCase;
    case 'assigned':
      return { ...now, state: 'assigned', departmentId: event.departmentId, dueOn: event.dueOn };
    case 'answered':
      return { ...now, state: 'answered', answer: event.note };
    case 'closed':
      return { ...now, state: 'closed' };
    case 'reopened':
      return { ...now, state: 'reopened', answer: null };
  }
}

/** A case is the fold of its steps, in the order in which they happened. */
export function foldCase(events: readonly CaseEvent[]): CaseNow {
  return events.reduce(applyStep, newCase);
}

/**
 * Decides whether a step may follow, and answers the case after it.
 *
 * @throws Refusal not-answered (closing without an answer), not-assigned, wrong-step, due-in-the-past
 */
export function decideStep(
  now: CaseNow,
  event: Exclude<CaseEvent, { kind: 'raised' }>,
  today: BusinessDate,
): CaseNow {
  if (event.kind === 'closed' && now.answer === null) throw caseProblems.notAnswered();
  if (event.kind === 'answered' && now.departmentId === null) throw caseProblems.notAssigned();
  if (!possibleFrom[event.kind].includes(now.state)) {
    throw caseProblems.wrongStep({ state: caseStates[now.state] });
  }
  if (event.kind === 'assigned' && event.dueOn < today) throw caseProblems.dueInThePast();
  return applyStep(now, event);
}

/** Whether somebody still owes an answer. */
export function isOpen(state: CaseState): boolean {
  return state !== 'closed' && state !== 'answered';
}
