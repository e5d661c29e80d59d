import { denominations } from '#domains/mentoring/cash.ts';
import type { closeMeetingInput } from '#domains/mentoring/input.ts';
import { topicCodes } from '#domains/mentoring/topics.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import { splitEvenly } from '#kernel/money.ts';
import type { z } from 'zod';
import { dueUntil, paymentOf } from './borrowing.ts';
import type { DemoLoan } from './borrowing.ts';
import type { DemoInstitution } from './demo-users.ts';
import { findingTexts } from './findings.ts';
import type { DemoGroup } from './groups.ts';
import type { Random } from './random.ts';

export type DemoSheet = z.input<typeof closeMeetingInput>;
type Line = DemoSheet['lines'][number];

export interface SheetOccasion {
  readonly meetingId: string;
  readonly group: DemoGroup;
  readonly loans: readonly DemoLoan[];
  readonly on: BusinessDate;
  /** The meeting before this one that took place or fell out; instalments since then are today's. */
  readonly since: BusinessDate;
  readonly departments: Readonly<Record<DemoInstitution, string>>;
  readonly week: number;
}

const absences = [
  'Sakit',
  'Anak sakit',
  'Ada hajatan keluarga',
  'Jaga lapak',
  'Pulang kampung',
] as const;
const daysToAnswer = 14;

/** A meeting as its mentor writes it down. The loans given take in what was paid. */
export function makeSheet(occasion: SheetOccasion, random: Random): DemoSheet {
  const byPerson = new Map(occasion.loans.map((loan) => [loan.person.id, loan]));
  const lines = occasion.group.members.map((member) =>
    makeLine(member.id, byPerson.get(member.id), occasion, random),
  );
  const covers = coverShortfalls(occasion, lines, random);
  const total =
    lines.reduce(
      (sum, line) => sum + BigInt(line.repaymentRupiah) + BigInt(line.savingsRupiah),
      0n,
    ) + covers.reduce((sum, cover) => sum + BigInt(cover.amountRupiah), 0n);
  return {
    meetingId: occasion.meetingId,
    lines: lines.map((line) => ({
      ...line,
      repaymentRupiah: String(line.repaymentRupiah),
      savingsRupiah: String(line.savingsRupiah),
    })),
    covers,
    coversAgreed: covers.length > 0,
    topicCode: topicCodes[occasion.week % (topicCodes.length - 1)] ?? null,
    problems: random.chance(0.13) ? [makeFinding(occasion, random)] : [],
    count: countNotes(total, random),
  };
}

function makeLine(
  personId: string,
  loan: DemoLoan | undefined,
  occasion: SheetOccasion,
  random: Random,
): Line {
  const presence = random.weighted<Line['presence']>([
    ['present', 93],
    ['absent', 4],
    ['excused', 3],
  ]);
  const reason = presence === 'present' ? null : random.pick(absences);
  if (!loan)
    return {
      personId,
      presence,
      reason,
      repaymentRupiah: 0n,
      savingsRupiah: savingsOf(presence, occasion, random),
    };
  const dueRupiah = dueUntil(loan, occasion.on);
  const before = dueUntil(loan, occasion.since);
  const brought = paymentOf(loan, { dueRupiah, today: dueRupiah - before }, random);
  // Who stays away mostly sends the money with a neighbour.
  const repaymentRupiah = presence === 'present' || random.chance(0.8) ? brought : 0n;
  loan.paidRupiah += repaymentRupiah;
  return {
    personId,
    presence,
    reason,
    repaymentRupiah,
    savingsRupiah: savingsOf(presence, occasion, random),
  };
}

/** Only where a cooperative's books take it in: in groups that borrow. */
function savingsOf(presence: Line['presence'], occasion: SheetOccasion, random: Random): bigint {
  if (presence !== 'present' || occasion.loans.length === 0 || !random.chance(0.14)) return 0n;
  return BigInt(random.between(1, 10)) * 5000n;
}

/** Two women of the group cover what another lacks of today's instalment, in about half of the cases. */
function coverShortfalls(
  occasion: SheetOccasion,
  lines: readonly Line[],
  random: Random,
): NonNullable<DemoSheet['covers']> {
  const payers = occasion.loans.filter((loan) => {
    const line = lines.find((one) => one.personId === loan.person.id);
    return line?.presence === 'present' && BigInt(line.repaymentRupiah) >= loan.instalmentRupiah;
  });
  if (payers.length < 4) return [];
  return occasion.loans.flatMap((loan) => {
    const left = dueUntil(loan, occasion.on);
    if (
      left === 0n ||
      loan.habit === 'fragile' ||
      left > loan.instalmentRupiah ||
      !random.chance(0.55)
    )
      return [];
    loan.paidRupiah += left;
    const peers = random
      .shuffled(payers)
      .filter((peer) => peer !== loan)
      .slice(0, 2);
    return splitEvenly(left / 500n, peers.length).flatMap((parts, index) => {
      const payerId = peers[index]?.person.id;
      if (payerId === undefined || parts === 0n) return [];
      return [{ obligorId: loan.person.id, payerId, amountRupiah: String(parts * 500n) }];
    });
  });
}

function makeFinding(
  occasion: SheetOccasion,
  random: Random,
): NonNullable<DemoSheet['problems']>[number] {
  const { text, topic, department } = random.pick(findingTexts);
  return {
    topic,
    text,
    personId: random.chance(0.7) ? random.pick(occasion.group.members).id : null,
    departmentId: occasion.departments[department],
    dueOn: addDays(occasion.on, daysToAnswer),
  };
}

/** Notes and coins that add up to a sum of whole hundreds, as they come out of purses. */
export function countNotes(total: bigint, random: Random): NonNullable<DemoSheet['count']> {
  const count = new Map<number, number>();
  const put = (value: number, pieces: number) => count.set(value, (count.get(value) ?? 0) + pieces);
  let left = Number(total);
  // Some of the larger sums come in small notes.
  for (const value of [50_000, 20_000, 10_000, 5_000]) {
    const pieces = random.between(0, Math.floor((left * 0.2) / value));
    if (pieces > 0) put(value, pieces);
    left -= pieces * value;
  }
  for (const value of denominations) {
    if (value === 75_000) continue;
    const pieces = Math.floor(left / value);
    if (pieces > 0) put(value, pieces);
    left -= pieces * value;
  }
  return denominations.flatMap((denomination) => {
    const pieces = count.get(denomination) ?? 0;
    return pieces > 0 ? [{ denomination, pieces }] : [];
  });
}
