import { groupProblems } from './group-problems.ts';

/** Where a programme group stands (domain.md §1.4). */
export type GroupState =
  | 'proposed'
  | 'verified'
  | 'recognised'
  | 'active'
  | 'frozen'
  | 'withdrawn'
  | 'ended'
  | 'refused';

export type GroupEventKind =
  | 'proposed'
  | 'verified'
  | 'refused'
  | 'recognised'
  | 'activated'
  | 'amended'
  | 'frozen'
  | 'unfrozen'
  | 'withdrawn'
  | 'ended';

/** One step in the life of a group: what happened and by whom. */
export interface GroupEvent {
  readonly kind: GroupEventKind;
  readonly byUser: string;
}

export type GroupRole = 'ketua' | 'sekretaris' | 'bendahara' | 'anggota';

export interface GroupMember {
  readonly personId: string;
  readonly role: GroupRole;
}

/** A group as decisions see it. */
export interface Group {
  readonly name: string;
  readonly events: readonly GroupEvent[];
  readonly members: readonly GroupMember[];
}

/** Fewest and most members of a programme group; 801 members in 21 groups make about 38 each. */
export const groupSize = { least: 5, most: 100 } as const;

const after: Record<GroupState, Partial<Record<GroupEventKind, GroupState>>> = {
  proposed: { verified: 'verified', refused: 'refused' },
  verified: { recognised: 'recognised', refused: 'refused' },
  recognised: {
    activated: 'active',
    amended: 'recognised',
    frozen: 'frozen',
    withdrawn: 'withdrawn',
    ended: 'ended',
  },
  active: { amended: 'active', frozen: 'frozen', withdrawn: 'withdrawn', ended: 'ended' },
  frozen: { unfrozen: 'active', amended: 'frozen', withdrawn: 'withdrawn', ended: 'ended' },
  withdrawn: {},
  ended: {},
  refused: {},
};

/** Where an event leads from a state; null where it cannot happen. */
export function nextState(state: GroupState | null, kind: GroupEventKind): GroupState | null {
  if (state === null) return kind === 'proposed' ? 'proposed' : null;
  return after[state][kind] ?? null;
}

/** The state is the fold of the events, in order. @throws Error on a life that cannot have happened. */
export function stateOf(events: readonly GroupEvent[]): GroupState {
  let state: GroupState | null = null;
  for (const event of events) {
    state = nextState(state, event.kind);
    if (state === null)
      throw new Error(`a group cannot be ${event.kind} at this point of its life`);
  }
  if (state === null) throw new Error('a group without events');
  return state;
}

/**
 * Who may stand in a group that is proposed or amended: everyone once, one ketua, at most one sekretaris and
 * one bendahara, and a size within `groupSize`.
 *
 * @throws Refusal naming what to mend
 */
export function checkMembers(members: readonly GroupMember[]): void {
  const count = members.length;
  if (count < groupSize.least || count > groupSize.most)
    throw groupProblems.wrongSize({ count, ...groupSize });
  if (new Set(members.map((member) => member.personId)).size < count)
    throw groupProblems.personTwice();
  const holders = (role: GroupRole) => members.filter((member) => member.role === role).length;
  if (holders('ketua') !== 1) throw groupProblems.oneKetua({ count: holders('ketua') });
  for (const role of ['sekretaris', 'bendahara'] as const) {
    if (holders(role) > 1) throw groupProblems.officeTwice({ role });
  }
}

/** Another officer than the proposer verifies. @throws Refusal */
export function decideVerification(group: Group, byUser: string): GroupEventKind {
  step(group, 'verified');
  if (did(group, 'proposed', byUser)) throw groupProblems.ownProposal();
  checkMembers(group.members);
  return 'verified';
}

/**
 * The head of department recognises; never somebody who proposed or verified the same group. The decree is in
 * force from the day it is signed, so the group is active at once.
 *
 * @throws Refusal
 */
export function decideRecognition(group: Group, byUser: string): GroupEventKind[] {
  step(group, 'recognised');
  if (did(group, 'proposed', byUser) || did(group, 'verified', byUser))
    throw groupProblems.ownSignature({ group: group.name });
  checkMembers(group.members);
  return ['recognised', 'activated'];
}

/** Proposals and verified groups may be refused, with a reason; a recognised one needs a decree. @throws Refusal */
export function decideRefusal(group: Group): GroupEventKind {
  step(group, 'refused');
  return 'refused';
}

/** A group may be frozen and released again while its decree is in force. @throws Refusal */
export function decideFreeze(group: Group, freeze: boolean): GroupEventKind {
  const kind = freeze ? 'frozen' : 'unfrozen';
  step(group, kind);
  return kind;
}

export function decideWithdrawal(group: Group): GroupEventKind {
  step(group, 'withdrawn');
  return 'withdrawn';
}

/** What an amending decree changes. */
export interface MemberChanges {
  readonly add: readonly GroupMember[];
  readonly remove: readonly string[];
  readonly roles: readonly GroupMember[];
}

/**
 * The members after an amendment; nothing else about a group changes by it.
 *
 * @throws Refusal when nothing changes, when somebody to remove is no member, or when the result has no ketua
 */
export function decideAmendment(group: Group, changes: MemberChanges): readonly GroupMember[] {
  step(group, 'amended');
  const { add, remove, roles } = changes;
  if (add.length + remove.length + roles.length === 0) throw groupProblems.nothingChanged();
  const known = new Set(group.members.map((member) => member.personId));
  for (const personId of [...remove, ...roles.map((each) => each.personId)]) {
    if (!known.has(personId)) throw groupProblems.notAMember();
  }
  const newRole = new Map(roles.map((each) => [each.personId, each.role]));
  const kept = group.members
    .filter((member) => !remove.includes(member.personId))
    .map((member) => ({ ...member, role: newRole.get(member.personId) ?? member.role }));
  const members = [...kept, ...add];
  checkMembers(members);
  return members;
}

function step(group: Group, kind: GroupEventKind): void {
  const state = stateOf(group.events);
  if (nextState(state, kind) === null)
    throw groupProblems.wrongState({ group: group.name, state, kind });
}

function did(group: Group, kind: GroupEventKind, userId: string): boolean {
  return group.events.some((event) => event.kind === kind && event.byUser === userId);
}

/** The group's name as compared with others: no case, accents, punctuation or double spaces. */
export function groupNameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
