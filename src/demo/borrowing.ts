import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import type { DemoGroup } from './groups.ts';
import type { DemoPerson } from './population.ts';
import type { Random } from './random.ts';

/** How a borrower usually behaves. */
type Habit = 'steady' | 'ordinary' | 'fragile';

/** A member's loan as the generator follows it: 50 equal weeks, flat. */
export interface DemoLoan {
  readonly person: DemoPerson;
  readonly amountRupiah: bigint;
  readonly instalmentRupiah: bigint;
  readonly habit: Habit;
  /** Days on which instalments fall due. */
  readonly dueOn: readonly BusinessDate[];
  paidRupiah: bigint;
}

export const installments = 50;
/** 25 % flat over the whole term: each week a fiftieth of principal and charge. */
const totalShare = { numerator: 125n, denominator: 100n };
const stepRupiah = 500_000n;

/** Who of a group borrows and how much: most members, Rp 2 to 5 million. */
export function makeLoans(group: DemoGroup, firstDueOn: BusinessDate, random: Random): DemoLoan[] {
  const borrowers = group.members.filter(() => random.chance(0.84));
  const dueOn = Array.from({ length: installments }, (_, week) => addDays(firstDueOn, week * 7));
  return borrowers.map((person) => {
    const steps = random.weighted<bigint>([
      [4n, 22],
      [5n, 16],
      [6n, 30],
      [7n, 8],
      [8n, 14],
      [10n, 10],
    ]);
    const amountRupiah = steps * stepRupiah;
    return {
      person,
      amountRupiah,
      instalmentRupiah:
        (amountRupiah * totalShare.numerator) / totalShare.denominator / BigInt(installments),
      habit: random.weighted<Habit>([
        ['steady', 79],
        ['ordinary', 17],
        ['fragile', 4],
      ]),
      dueOn,
      paidRupiah: 0n,
    };
  });
}

/** What is due of a loan until a day and not paid. */
export function dueUntil(loan: DemoLoan, day: BusinessDate): bigint {
  const count = BigInt(loan.dueOn.filter((due) => due <= day).length);
  const due = count * loan.instalmentRupiah - loan.paidRupiah;
  return due > 0n ? due : 0n;
}

/** What a member hands over, as a share of what she should: everything due, today's part, some of it, nothing. */
type Payment = 'all' | 'today' | 'part' | 'nothing';

/**
 * Chances of each payment by weeks in arrears, out of 1,000. The shape follows published repayment histories: who is
 * late once usually recovers, who is late a month seldom does.
 */
const payments: Readonly<Record<Habit, readonly (readonly [number, number, number, number])[]>> = {
  steady: [
    [993, 0, 3, 4],
    [700, 180, 60, 60],
    [500, 250, 100, 150],
    [300, 350, 150, 200],
  ],
  ordinary: [
    [930, 0, 30, 40],
    [520, 280, 90, 110],
    [330, 330, 140, 200],
    [180, 370, 200, 250],
  ],
  fragile: [
    [800, 0, 80, 120],
    [240, 330, 170, 260],
    [120, 330, 200, 350],
    [50, 300, 230, 420],
  ],
};

/** What a borrower brings to a meeting, whole hundreds of rupiah. */
export function paymentOf(
  loan: DemoLoan,
  about: { dueRupiah: bigint; today: bigint },
  random: Random,
): bigint {
  const { dueRupiah, today } = about;
  if (dueRupiah === 0n) return 0n;
  const arrears = dueRupiah - today;
  const weeks = Math.min(3, Number((arrears + loan.instalmentRupiah - 1n) / loan.instalmentRupiah));
  const [all, onlyToday, part, nothing] = payments[loan.habit][weeks] ?? [1, 0, 0, 0];
  const how = random.weighted<Payment>([
    ['all', all],
    ['today', onlyToday],
    ['part', part],
    ['nothing', nothing],
  ]);
  if (how === 'all') return dueRupiah;
  if (how === 'today') return today;
  if (how === 'nothing') return 0n;
  const thousands = (today * BigInt(random.between(3, 7))) / 10n / 1000n;
  return thousands * 1000n;
}
