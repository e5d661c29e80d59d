import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMembers, decideAmendment, groupNameKey, nextState, stateOf } from './group.ts';
import type { Group, GroupEventKind, GroupMember } from './group.ts';

const kinds: GroupEventKind[] = [
  'proposed',
  'verified',
  'refused',
  'recognised',
  'activated',
  'amended',
  'frozen',
  'unfrozen',
  'withdrawn',
  'ended',
];
const event = (kind: GroupEventKind) => ({ kind, byUser: 'u' });
const members = (count: number): GroupMember[] =>
  Array.from({ length: count }, (_, index) => ({
    personId: `p${index}`,
    role: index === 0 ? 'ketua' : 'anggota',
  }));
const active: Group = {
  name: 'Melati 2',
  events: (['proposed', 'verified', 'recognised', 'activated'] as const).map(event),
  members: members(6),
};

describe('the life of a group', () => {
  it('is the fold of its events', () => {
    expect(stateOf(active.events)).toBe('active');
    expect(stateOf([...active.events, event('frozen'), event('unfrozen'), event('amended')])).toBe(
      'active',
    );
    expect(stateOf([...active.events, event('withdrawn')])).toBe('withdrawn');
    expect(() => stateOf([event('recognised')])).toThrow('cannot be recognised');
  });

  it('never reaches recognition without a proposal and a verification before it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 12 }), (tried) => {
        const lived: GroupEventKind[] = [];
        let state: ReturnType<typeof nextState> = null;
        for (const kind of tried) {
          const next: ReturnType<typeof nextState> = nextState(state, kind);
          if (next === null) continue;
          lived.push(kind);
          state = next;
        }
        if (lived.includes('recognised'))
          expect(lived.slice(0, 3)).toEqual(['proposed', 'verified', 'recognised']);
        if (lived.length > 0) expect(stateOf(lived.map(event))).toBe(state);
        const end = lived.findIndex((kind) => ['withdrawn', 'ended', 'refused'].includes(kind));
        if (end >= 0) expect(end).toBe(lived.length - 1);
      }),
    );
  });
});

describe('members', () => {
  it('are 5 to 100 people with one leader', () => {
    expect(() => checkMembers(members(5))).not.toThrow();
    expect(() => checkMembers(members(4))).toThrow('5 to 100');
    expect(() => checkMembers(members(101))).toThrow('5 to 100');
  });

  it('have one secretary and one treasurer at most', () => {
    const two = members(6).map((member, at) =>
      at > 3 ? { ...member, role: 'bendahara' as const } : member,
    );
    expect(() => checkMembers(two)).toThrow('treasurer');
  });

  it('keep their ketua through every amendment', () => {
    const handOver = decideAmendment(active, {
      add: [],
      remove: ['p0'],
      roles: [{ personId: 'p1', role: 'ketua' }],
    });
    expect(handOver.filter((member) => member.role === 'ketua')).toEqual([
      { personId: 'p1', role: 'ketua' },
    ]);
    expect(() => decideAmendment(active, { add: [], remove: ['p0'], roles: [] })).toThrow('leader');
    const second = [{ personId: 'p1', role: 'ketua' as const }];
    expect(() => decideAmendment(active, { add: [], remove: [], roles: second })).toThrow('leader');
  });
});

it('compares names without case, accents and punctuation', () => {
  expect(groupNameKey('  MÉLATI–2. ')).toBe(groupNameKey('melati 2'));
  expect(groupNameKey('Melati 2')).not.toBe(groupNameKey('Melati 3'));
});
