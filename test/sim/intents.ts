import { startSheet, foldSheet, totalsOf } from '#domains/mentoring/sheet.ts';
import type { Touch } from '#domains/mentoring/sheet.ts';
import { denominations } from '#domains/mentoring/cash.ts';
import type { CountedCash, SheetLine } from '#domains/mentoring/input.ts';
import { sum } from '#kernel/money.ts';
import { formatId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import type { NewCommand } from '#platform/sync/outbox.ts';
import type { Chance } from './chance.ts';
import { sheetMember } from './city.ts';
import type { Member } from './city.ts';

/** Something that happens in the yard and is to be entered; `command.body.intent` names it for ever. */
export interface Intent {
  readonly name: string;
  readonly command: NewCommand & { readonly id: string };
}

/** A group as a document shows it. */
export interface GroupSeen {
  readonly groupId: string;
  readonly members: readonly Member[];
  readonly profiles: ReadonlyMap<string, Record<string, string>>;
  readonly openMeetings: readonly string[];
}

/** What she has before her when something happens. */
export interface Yard {
  readonly chance: Chance;
  readonly now: number;
  readonly groups: readonly GroupSeen[];
  /** People and cases she has written down herself, with the command that did it. */
  readonly people: readonly { personId: string; registeredBy: string }[];
  readonly cases: readonly { caseId: string; raisedBy: string }[];
  /** An app two versions old. */
  readonly oldApp: boolean;
  nextName(): string;
}

export function nextIntent(yard: Yard): Intent {
  const { chance } = yard;
  const name = yard.nextName();
  const made = make(yard, name, chance.fraction());
  const id = newId(yard);
  return {
    name,
    command: { ...made, id, body: { ...(made.body as object), intent: name } },
  };
}

function newId({ chance, now }: Yard): string {
  return formatId(now, chance.below(4096), chance.bytes(8));
}

function make(yard: Yard, name: string, what: number): NewCommand {
  const { chance } = yard;
  if (what < 0.12) return register(yard, name);
  if (what < 0.2 && yard.people.length > 0) return visit(yard, name);
  if (what < 0.26) return raise(yard);
  if (what < 0.36 && yard.cases.length > 0) return step(yard);
  if (what < 0.37) return { kind: 'gossip.tell', version: 1, body: {}, subjects: ['gossip'] };
  if (yard.groups.length === 0) return register(yard, name);
  const group = chance.pick(yard.groups);
  if (what < 0.52 && group.openMeetings.length > 0) return close(yard, group);
  if (what < 0.62) return mark(yard, group);
  if (what < 0.72) return correct(yard, group);
  return receive(yard, group);
}

/** The whole meeting, touched here and there, counted, and now and then counted wrong. */
function close({ chance }: Yard, group: GroupSeen): NewCommand {
  const meetingId = chance.pick(group.openMeetings);
  const members = group.members.map((member) => sheetMember({ money: [] }, member));
  const touches = members.flatMap(({ personId, instalmentRupiah }): Touch[] => {
    if (chance.happens(0.7)) return [];
    if (chance.happens(0.3)) return [{ kind: 'save', personId, amountRupiah: 5_000n }];
    const absent = { kind: 'mark', personId, presence: 'absent', reason: null } as const;
    return [absent, { kind: 'pay', personId, amountRupiah: instalmentRupiah / 2n }];
  });
  const sheet = foldSheet(members, startSheet(members), touches);
  const total = totalsOf(members, sheet).totalRupiah + (chance.happens(0.1) ? 1_000n : 0n);
  const lines = sheet.lines.map(({ perLender: _, ...line }) => ({
    ...line,
    repaymentRupiah: String(line.repaymentRupiah),
    savingsRupiah: String(line.savingsRupiah),
  }));
  const body = { meetingId, groupId: group.groupId, lines, count: count(total) };
  const subjects = [`meeting:${meetingId}`, `group:${group.groupId}`];
  return { kind: 'meeting.close', version: 1, body, subjects };
}

/** Notes and coins that make up an amount. */
export function count(totalRupiah: bigint): CountedCash[] {
  let left = totalRupiah;
  const counted: CountedCash[] = [];
  for (const denomination of denominations) {
    const pieces = Number(left / BigInt(denomination));
    if (pieces > 0) counted.push({ denomination, pieces });
    left -= BigInt(denomination) * BigInt(pieces);
  }
  return counted;
}

/** The sheet with its cash counted once more. */
export function countedAgain(
  lines: readonly Pick<SheetLine, 'repaymentRupiah' | 'savingsRupiah'>[],
): CountedCash[] {
  const parts = lines.flatMap((line) => [line.repaymentRupiah, line.savingsRupiah]);
  return count(sum(parts));
}

function mark({ chance }: Yard, { groupId, members, openMeetings }: GroupSeen): NewCommand {
  const { personId } = chance.pick(members);
  const meetingId = openMeetings[0] ?? groupId;
  const presence = chance.pick(['present', 'absent']);
  return {
    ...{ kind: 'attendance.correct', version: 1, body: { groupId, meetingId, personId, presence } },
    subjects: [`meeting:${meetingId}`, `group:${groupId}`],
  };
}

function correct({ chance }: Yard, { groupId, members, profiles }: GroupSeen): NewCommand {
  const { personId } = chance.pick(members);
  const field = chance.pick(['address', 'phone']);
  const base = profiles.get(personId)?.[field] ?? null;
  const body = { personId, field, base, value: `isian ${String(chance.below(4))}` };
  const subjects = [`person:${personId}`, `group:${groupId}`];
  return { kind: 'profile.correct', version: 1, body, subjects, baseVersion: 1 };
}

function receive({ chance, oldApp }: Yard, { groupId, members }: GroupSeen): NewCommand {
  const { personId } = chance.pick(members);
  const amount = (1 + chance.below(chance.happens(0.06) ? 900 : 40)) * 1_000;
  const version = oldApp ? chance.pick([1, 2]) : 3;
  const subjects = [`person:${personId}`, `group:${groupId}`];
  const said: Record<string, Json> = version === 1 ? { amount } : { amountRupiah: String(amount) };
  if (version === 3) said.method = 'cash';
  const body = { groupId, personId, ...said };
  return { kind: 'money.receive', version, body, subjects };
}

function register(yard: Yard, name: string): NewCommand {
  const { chance } = yard;
  const personId = newId(yard);
  const who = chance.pick(['Siti Aminah', 'Rohani', 'Nurhayati', `Warga ${name}`]);
  const nik = chance.happens(0.4) ? `nik-${who}` : null;
  const phone = chance.happens(0.3) ? '+6281200000000' : null;
  const body = { personId, name: who, nik, phone };
  return { kind: 'person.register', version: 1, body, subjects: [`person:${personId}`] };
}

function visit({ chance, people }: Yard, name: string): NewCommand {
  const { personId, registeredBy } = chance.pick(people);
  const body = { personId, text: `kunjungan ${name}` };
  const subjects = [`person:${personId}`];
  return { kind: 'visit.record', version: 1, body, subjects, deps: [registeredBy] };
}

function raise(yard: Yard): NewCommand {
  const caseId = newId(yard);
  return { kind: 'case.raise', version: 1, body: { caseId }, subjects: [`case:${caseId}`] };
}

function step({ chance, cases }: Yard): NewCommand {
  const { caseId, raisedBy } = chance.pick(cases);
  const assigned = { kind: 'assigned', departmentId: 'dinkes', dueOn: '2027-12-01' };
  const answered = { kind: 'answered', note: 'Sudah dibantu' };
  const body = { caseId, step: chance.pick<Json>([assigned, answered, { kind: 'closed' }]) };
  return { kind: 'case.step', version: 1, body, subjects: [`case:${caseId}`], deps: [raisedBy] };
}
