import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Refusal } from '#platform/command/problem.ts';
import { applyStep, decideStep, foldCase } from './case.ts';
import type { CaseEvent } from './case.ts';

const today = '2026-11-22';
const department = '019aaaaa-0000-7000-8000-000000000001';
const assigned = { kind: 'assigned', departmentId: department, dueOn: '2026-11-29' } as const;
const answered = { kind: 'answered', note: 'Izin P-IRT didampingi hari Kamis.' } as const;

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Refusal).code;
  }
  return 'accepted';
}

describe('a case', () => {
  test('goes from raised to closed by way of a written answer', () => {
    const now = foldCase([{ kind: 'raised' }, assigned, answered, { kind: 'closed' }]);
    expect(now).toEqual({
      state: 'closed',
      departmentId: department,
      dueOn: '2026-11-29',
      answer: answered.note,
    });
  });

  test('is never closed without an answer', () => {
    const now = foldCase([{ kind: 'raised' }, assigned]);
    expect(codeOf(() => decideStep(now, { kind: 'closed' }, today))).toBe('voice.not-answered');
  });

  test('owes a new answer once it is reopened', () => {
    const now = foldCase([
      { kind: 'raised' },
      assigned,
      answered,
      { kind: 'closed' },
      { kind: 'reopened', note: 'Belum ada yang datang' },
    ]);
    expect(now.answer).toBeNull();
    expect(codeOf(() => decideStep(now, { kind: 'closed' }, today))).toBe('voice.not-answered');
    expect(decideStep(now, answered, today).state).toBe('answered');
  });

  test('is answered only by the department it is assigned to', () => {
    expect(codeOf(() => decideStep(foldCase([{ kind: 'raised' }]), answered, today))).toBe(
      'voice.not-assigned',
    );
  });

  test('refuses a due date that has passed, and takes today', () => {
    const now = foldCase([{ kind: 'raised' }]);
    expect(codeOf(() => decideStep(now, { ...assigned, dueOn: '2026-11-21' }, today))).toBe(
      'voice.due-in-the-past',
    );
    expect(decideStep(now, { ...assigned, dueOn: today }, today).dueOn).toBe(today);
  });

  test('refuses a second answer and a second closing', () => {
    const closed = foldCase([{ kind: 'raised' }, assigned, answered, { kind: 'closed' }]);
    expect(codeOf(() => decideStep(closed, answered, today))).toBe('voice.wrong-step');
    expect(codeOf(() => decideStep(closed, { kind: 'closed' }, today))).toBe('voice.wrong-step');
  });

  test('whatever is tried in whatever order, a closed case has an answer', () => {
    const step = fc.constantFrom<Exclude<CaseEvent, { kind: 'raised' }>>(
      assigned,
      answered,
      { kind: 'closed' },
      { kind: 'reopened', note: 'belum' },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (tried) => {
        let now = foldCase([{ kind: 'raised' }]);
        const taken: CaseEvent[] = [{ kind: 'raised' }];
        for (const event of tried) {
          if (codeOf(() => decideStep(now, event, today)) !== 'accepted') continue;
          now = applyStep(now, event);
          taken.push(event);
          if (now.state === 'closed') expect(now.answer).not.toBeNull();
        }
        expect(foldCase(taken)).toEqual(now);
      }),
    );
  });
});
