import { describe, expect, test } from 'vitest';
import { refusedAs } from '#test/refused.ts';
import { decideAnswer, dueOf, holdsOn, hoursLeft } from './data-request.ts';
import type { Standing } from './data-request.ts';

const free: Standing = { money: false, inDecree: false, held: null, state: 'registered' };
const open = { state: 'open', answeredName: null } as const;
const codeOf = (work: () => void) => refusedAs(Promise.resolve().then(work));

describe('the clock of a request', () => {
  test('runs three times twenty-four hours from when she asked, over a weekend too', () => {
    const friday = new Date('2026-11-20T03:30:00Z');
    expect(dueOf(friday).toISOString()).toBe('2026-11-23T03:30:00.000Z');
    expect(hoursLeft(dueOf(friday), new Date('2026-11-23T01:00:00Z'))).toBe(2);
    expect(hoursLeft(dueOf(friday), new Date('2026-11-23T04:00:00Z'))).toBe(-1);
  });
});

describe('erasing a person', () => {
  test('is held by her loan and by the decree that names her, each with its law', () => {
    expect(holdsOn(free)).toEqual([]);
    expect(holdsOn({ ...free, money: true, inDecree: true }).map((hold) => hold.id)).toEqual([
      expect.stringContaining('UU 8/1997'),
      expect.stringContaining('UU 43/2009'),
    ]);
  });

  test('cannot be granted while something holds it, and can always be refused', async () => {
    const asked = { ...open, kind: 'erasure' } as const;
    const held = { ...free, money: true };
    expect(await codeOf(() => decideAnswer(asked, 'granted', held))).toBe('registry.erasure-held');
    expect(await codeOf(() => decideAnswer(asked, 'refused', held))).toBe('accepted');
    expect(await codeOf(() => decideAnswer(asked, 'granted', free))).toBe('accepted');
  });
});

describe('answering', () => {
  test('happens once', async () => {
    const answered = { kind: 'access', state: 'granted', answeredName: 'Hj. Ratna' } as const;
    expect(await codeOf(() => decideAnswer(answered, 'refused', free))).toBe(
      'registry.request-answered',
    );
  });

  test('a restriction needs somebody who is not restricted, and anything granted somebody who is there', async () => {
    const asked = { ...open, kind: 'restriction' } as const;
    const restricted = { ...free, state: 'restricted' } as const;
    expect(await codeOf(() => decideAnswer(asked, 'granted', restricted))).toBe(
      'registry.already-restricted',
    );
    const gone = { ...free, state: 'erased' } as const;
    expect(await codeOf(() => decideAnswer({ ...open, kind: 'access' }, 'granted', gone))).toBe(
      'registry.nobody-there',
    );
  });
});
