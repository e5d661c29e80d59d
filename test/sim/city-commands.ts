import { z } from 'zod';
import { decideCorrection, decideWhoSheIs } from '#domains/registry/field/decide-registration.ts';
import type { KnownPerson } from '#domains/registry/import/person-index.ts';
import { closeMeetingInput } from '#domains/mentoring/input.ts';
import { checkSheet } from '#domains/mentoring/check-sheet.ts';
import { takingsOf } from '#domains/mentoring/takings.ts';
import { decideStep, foldCase } from '#domains/voice/case.ts';
import type { CaseEvent } from '#domains/voice/case.ts';
import type { Json } from '#platform/command/command.ts';
import { defineCommand, olderBody } from '#platform/command/define-command.ts';
import { defineProblems, Refusal } from '#platform/command/problem.ts';
import { commandProblems } from '#platform/command/problems.ts';
import type { FieldRefusal } from '#platform/sync/ports.ts';
import type { Content } from '#platform/sync/protocol.ts';
import { sheetMember } from './city.ts';
import type { City } from './city.ts';

const words = (id: string) => () => ({ id, en: id });
export const simProblems = defineProblems('simulation', {
  notHers: { status: 403, say: words('Kelompok ini bukan lagi milik Anda.') },
  alreadyClosed: { status: 409, say: words('Pertemuan ini sudah ditutup.') },
  tooMuch: { status: 422, say: words('Lebih dari sisa pinjamannya.') },
  unknown: { status: 404, say: words('Tidak ada di sini.') },
});

interface Running {
  readonly city: City;
  readonly user: string;
  readonly content: Content;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly now: number;
}

export type Taken = { answer: Json } | { review: FieldRefusal };

/**
 * What a command does to the city, by the domains' own rules. Decides first and writes then: a refusal
 * leaves nothing behind.
 *
 * @throws Refusal
 */
export function runCommand(running: Running): Taken {
  const run = commands.get(running.content.kind);
  if (!run) throw commandProblems.unknownKind({ kind: running.content.kind });
  return run(running, running.content.body as never);
}

export function refusalOf(error: unknown): FieldRefusal {
  if (!(error instanceof Refusal)) throw error;
  return {
    ...{ code: error.code, words: error.words },
    ...(error.field !== undefined && { field: error.field }),
  };
}

function assertHers({ city, user }: Running, groupId: string): void {
  const group = city.groups.get(groupId);
  if (!group) throw simProblems.unknown();
  if (group.mentor !== user) throw simProblems.notHers();
}

const done = { answer: null } as const;

/** Books money: never refused for its day, but seen when that had been closed. */
function book(
  { city, content, now }: Running,
  entry: { personId: string; amountRupiah: bigint },
): void {
  const on = content.madeAt.slice(0, 10);
  const late = city.closedDays.has(on);
  city.money.push({ commandId: content.id, ...entry, on, takenAt: now, late });
}

function closeMeeting(running: Running, raw: { meetingId: string; groupId: string }): Taken {
  const { city, content } = running;
  assertHers(running, raw.groupId);
  const read = closeMeetingInput.safeParse(raw);
  const meeting = city.meetings.get(raw.meetingId);
  if (!read.success || !meeting) throw simProblems.unknown();
  if (meeting.closedBy !== null) throw simProblems.alreadyClosed();
  const members = city.groups.get(raw.groupId)!.members.map((one) => sheetMember(city, one));
  const refusal = checkSheet(members, read.data);
  if (refusal) throw refusal;
  meeting.closedBy = content.id;
  for (const { personId, presence } of read.data.lines)
    city.attendance.push({ commandId: content.id, meetingId: raw.meetingId, personId, presence });
  for (const { personId, totalRupiah } of takingsOf(members, read.data))
    book(running, { personId, amountRupiah: totalRupiah });
  return done;
}

function correctAttendance(
  running: Running,
  body: { groupId: string; meetingId: string; personId: string; presence: 'present' | 'absent' },
): Taken {
  assertHers(running, body.groupId);
  const { meetingId, personId, presence } = body;
  running.city.attendance.push({ commandId: running.content.id, meetingId, personId, presence });
  return done;
}

const moneyInput = z.object({
  groupId: z.string(),
  personId: z.string(),
  amountRupiah: z.string().transform(BigInt),
  method: z.literal('cash'),
});
const who = { groupId: z.string(), personId: z.string(), intent: z.string() };

/** Two versions of its body ago the amount was a number, one ago it had no way of paying. */
const moneyVersions = defineCommand({
  ...{ kind: 'money.receive', version: 3, input: moneyInput },
  older: {
    1: olderBody(z.object({ ...who, amount: z.number() }), ({ amount, ...rest }) => ({
      ...{ ...rest, amountRupiah: String(amount) },
    })),
    2: olderBody(z.object({ ...who, amountRupiah: z.string() }), (body) => ({
      ...{ ...body, method: 'cash' },
    })),
  },
  handle: () => Promise.reject(new Error('the simulated city has no database')),
});

function receiveMoney(running: Running, raw: { groupId: string }): Taken {
  const { city, content } = running;
  assertHers(running, raw.groupId);
  const body = moneyInput.parse(moneyVersions.upToDate(raw, content.version));
  const { amountRupiah } = body;
  const { members } = city.groups.get(body.groupId)!;
  const member = [...members, ...city.former].find((one) => one.personId === body.personId);
  if (!member) throw simProblems.unknown();
  if (amountRupiah > sheetMember(city, member).payoffRupiah) throw simProblems.tooMuch();
  book(running, { personId: body.personId, amountRupiah });
  return done;
}

function registerPerson(
  { city, user }: Running,
  body: { personId: string; name: string; nik: string | null; phone: string | null },
): Taken {
  const nameKey = body.name.toLowerCase();
  const identity = { name: body.name, nameKey, nik: body.nik, phone: body.phone };
  const traits = { ...identity, bornOn: null, place: null, business: null, rowKey: body.personId };
  const known = [...city.people].map(([id, person]): KnownPerson => {
    const { rowKey: _row, business: _business, ...same } = person.traits;
    return { ...same, ref: { kind: 'person', id }, businesses: [] };
  });
  const who = decideWhoSheIs(traits, known);
  const sameAs = who.kind === 'same' && 'id' in who.known.ref ? who.known.ref.id : null;
  city.people.set(body.personId, { by: user, traits, sameAs });
  if (who.kind === 'review') return { review: refusalOf(simProblems.unknown()) };
  return { answer: { sameAs } };
}

function recordVisit({ city, content }: Running, body: { personId: string; text: string }): Taken {
  if (!city.people.has(body.personId)) throw simProblems.unknown();
  city.visits.push({ commandId: content.id, personId: body.personId, text: body.text });
  return done;
}

function correctProfile(
  { city, content }: Running,
  body: { personId: string; field: string; base: string | null; value: string },
): Taken {
  const profile = city.profiles.get(body.personId) ?? {};
  const { field, value } = body;
  const fate = decideCorrection({ standing: profile[field] ?? null, base: body.base, value });
  if (fate === 'applied') city.profiles.set(body.personId, { ...profile, [field]: value });
  if (fate === 'proposed') city.proposals.push({ commandId: content.id, field, value });
  return { answer: { fate } };
}

function raiseCase({ city, user }: Running, body: { caseId: string }): Taken {
  if (city.cases.has(body.caseId)) throw simProblems.unknown();
  city.cases.set(body.caseId, { by: user, steps: [{ kind: 'raised' }] });
  return done;
}

function stepCase(
  { city, today }: Running,
  body: { caseId: string; step: Exclude<CaseEvent, { kind: 'raised' }> },
): Taken {
  const found = city.cases.get(body.caseId);
  if (!found) throw simProblems.unknown();
  try {
    decideStep(foldCase(found.steps), body.step, today);
  } catch (error) {
    return { review: refusalOf(error) };
  }
  found.steps.push(body.step);
  return done;
}

const commands = new Map<string, (running: Running, body: never) => Taken>([
  ['meeting.close', closeMeeting],
  ['attendance.correct', correctAttendance],
  ['money.receive', receiveMoney],
  ['person.register', registerPerson],
  ['visit.record', recordVisit],
  ['profile.correct', correctProfile],
  ['case.raise', raiseCase],
  ['case.step', stepCase],
]);
