import { z } from 'zod';
import type { Noticed, ReviewFact, ReviewSides } from '#domains/access/field-rule.ts';
import type { FieldRules } from '#domains/access/server/index.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { countsFromClosedDay, lookAlikesOf } from '#domains/lending/server/index.ts';
import type { LookAlike } from '#domains/lending/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import type { Json } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { together } from '#platform/db/together.ts';
import { closeMeetingInput } from '../input.ts';
import type { SheetBody } from '../input.ts';
import { totalsOf } from '../sheet.ts';
import { correctAttendance, differingMarks } from './attendance-correction.ts';
import { findClosedMeeting } from './closed-meeting-pages.ts';
import type { ClosedMeeting } from './closed-meeting-pages.ts';
import { findMeeting } from './meeting-pages.ts';
import { placeOfMeeting } from './meeting-store.ts';
import { membersOfGroup } from './sheet-source.ts';

/**
 * What is looked at in meetings that came from a phone. A second sheet of a meeting, or one of a meeting that was called
 * off or is no longer its author's, is never thrown back and never merged: its marks and its money are kept whole for
 * somebody else to settle, because the cash was taken.
 */
export const mentoringFieldRules: FieldRules = {
  'mentoring.close-meeting': {
    review: {
      'mentoring.meeting-closed': { kind: 'two-marks', sides: sidesOfSheet },
      'mentoring.meeting-cancelled': { kind: 'impossible-step', sides: sidesOfSheet },
      'command.not-allowed': { kind: 'impossible-step', sides: sidesOfSheet },
    },
    notice: noticeSheet,
    remedy: correctAttendance,
  },
  'mentoring.cancel-meeting': {
    review: { 'mentoring.meeting-closed': { kind: 'impossible-step', sides: sidesOfCancel } },
  },
};

async function noticeSheet(db: Reader, body: Json): Promise<Noticed[]> {
  const { meetingId } = z.object({ meetingId: z.uuid() }).parse(body);
  const [late, alike, place] = await together(
    countsFromClosedDay(db, meetingId),
    lookAlikesOf(db, meetingId),
    placeOfMeeting(db, meetingId),
  );
  const noticed: Noticed[] = late ? [{ flag: 'closed-period' }] : [];
  const looks = alike.map((one) => ({
    flag: 'look-alike-money' as const,
    review: {
      kind: 'look-alike-money' as const,
      place,
      subject: { kind: 'repayment', id: one.repaymentId },
      ...sidesOfLookAlike(one),
    },
  }));
  return [...noticed, ...looks];
}

const presenceWords = {
  present: { id: 'hadir', en: 'present' },
  absent: { id: 'tidak hadir', en: 'absent' },
  excused: { id: 'izin', en: 'excused' },
} as const satisfies Record<string, Words>;

/** What is kept for review is read by the receiving side itself. */
const everywhere: Scope = {
  all: true,
  kecamatan: [],
  kelurahan: [],
  department: [],
  institution: [],
  group: [],
};

const sources: Record<LookAlike['otherSource'], Words> = {
  meeting: { id: 'pertemuan', en: 'a meeting' },
  office: { id: 'loket kantor', en: 'the office counter' },
  transfer: { id: 'transfer', en: 'a transfer' },
  'take-over': { id: 'pengambilalihan', en: 'a take-over' },
};

function sidesOfLookAlike(one: LookAlike): Pick<ReviewSides, 'says' | 'firstBy' | 'facts'> {
  const amount = rupiah(one.amountRupiah);
  const source = sources[one.otherSource];
  const on = day(one.on);
  return {
    says: {
      id: `Setoran ${one.personName} ${amount.id} pada ${on.id} juga tercatat di ${source.id}`,
      en: `${one.personName}’s payment of ${amount.en} on ${on.en} is also recorded at ${source.en}`,
    },
    // By which way it came stands among the facts, in both languages.
    firstBy: '',
    facts: [
      fact({ id: 'Pinjaman', en: 'Loan' }, same(one.loanNumber), same(one.loanNumber)),
      fact({ id: 'Jumlah', en: 'Amount' }, amount, amount),
      fact({ id: 'Hari', en: 'Day' }, on, on),
      fact({ id: 'Masuk lewat', en: 'Came by' }, source, sources.meeting),
    ],
  };
}

async function sidesOfSheet(db: Reader, raw: Json): Promise<ReviewSides> {
  const body = closeMeetingInput.parse(raw);
  const meeting = await findMeeting(db, { meetingId: body.meetingId, scope: everywhere });
  const [place, closed, members] = await together(
    placeOfMeeting(db, body.meetingId),
    findClosedMeeting(db, body.meetingId),
    membersOfGroup(db, meeting?.groupId ?? body.meetingId),
  );
  const remedy = closed ? differingMarks(closed, body) : undefined;
  const heldOn = day(meeting?.heldOn ?? '');
  const name = meeting?.groupName ?? '';
  const names = new Map([
    ...members.map((member) => [member.personId, member.name] as const),
    ...(closed?.members ?? []).map((member) => [member.personId, member.name] as const),
  ]);
  return {
    says: closed
      ? {
          id: `Lembar kedua untuk pertemuan ${name} ${heldOn.id}, ${rupiah(totalOf(body)).id}`,
          en: `A second sheet for the meeting of ${name} on ${heldOn.en}, ${rupiah(totalOf(body)).en}`,
        }
      : {
          id: `Lembar pertemuan ${name} ${heldOn.id} yang tidak dapat ditutup, ${rupiah(totalOf(body)).id}`,
          en: `A sheet of ${name} on ${heldOn.en} that cannot be closed, ${rupiah(totalOf(body)).en}`,
        },
    firstBy: closed ? (meeting?.mentorName ?? '') : '',
    facts: [
      fact(
        { id: 'Uang diterima', en: 'Money received' },
        closed ? rupiah(meeting?.receivedRupiah ?? 0n) : null,
        rupiah(totalOf(body)),
      ),
      ...factsOfMembers(names, closed, body),
    ],
    place,
    subject: { kind: 'meeting', id: body.meetingId },
    ...(remedy !== undefined && { remedy }),
  };
}

/** Member by member: presence and what she handed over, in the order of their names. */
function factsOfMembers(
  names: ReadonlyMap<string, string>,
  closed: ClosedMeeting | null,
  body: SheetBody,
): ReviewFact[] {
  const ids = new Set([
    ...body.lines.map((line) => line.personId),
    ...(closed?.members ?? []).map((member) => member.personId),
  ]);
  return [...ids]
    .map((id) => ({ id, name: names.get(id) ?? '?' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'id'))
    .map(({ id, name }) => {
      const before = closed?.members.find((member) => member.personId === id);
      const line = body.lines.find((one) => one.personId === id);
      return fact(
        same(name),
        before ? mark(before.presence, before.paidByHerself + before.savingsRupiah) : null,
        line ? mark(line.presence, line.repaymentRupiah + line.savingsRupiah) : null,
      );
    });
}

async function sidesOfCancel(db: Reader, raw: Json): Promise<ReviewSides> {
  const { meetingId, why } = z.object({ meetingId: z.uuid(), why: z.string() }).parse(raw);
  const meeting = await findMeeting(db, { meetingId, scope: everywhere });
  const heldOn = day(meeting?.heldOn ?? '');
  return {
    says: {
      id: `Pertemuan ${meeting?.groupName ?? ''} ${heldOn.id} dibatalkan setelah ditutup`,
      en: `The meeting of ${meeting?.groupName ?? ''} on ${heldOn.en} was called off after it was closed`,
    },
    firstBy: meeting?.mentorName ?? '',
    facts: [
      fact(
        { id: 'Pertemuan', en: 'Meeting' },
        {
          id: `ditutup, ${rupiah(meeting?.receivedRupiah ?? 0n).id}`,
          en: `closed, ${rupiah(meeting?.receivedRupiah ?? 0n).en}`,
        },
        { id: `dibatalkan: ${why}`, en: `called off: ${why}` },
      ),
    ],
    place: await placeOfMeeting(db, meetingId),
    subject: { kind: 'meeting', id: meetingId },
  };
}

function totalOf(body: SheetBody): bigint {
  return totalsOf([], body).totalRupiah;
}

function mark(presence: keyof typeof presenceWords, amount: bigint): Words {
  const here = presenceWords[presence];
  return { id: `${here.id}, ${rupiah(amount).id}`, en: `${here.en}, ${rupiah(amount).en}` };
}

function fact(label: Words, first: Words | null, second: Words | null): ReviewFact {
  return { label, first, second };
}

function same(text: string): Words {
  return { id: text, en: text };
}

function rupiah(amount: bigint): Words {
  return { id: formatRupiah(amount, 'id'), en: formatRupiah(amount, 'en') };
}

function day(on: string): Words {
  return on ? { id: formatDate(on, 'id'), en: formatDate(on, 'en') } : same('');
}
