import { nameOfEntry } from '#domains/lending/life/entry-words.ts';
import type { Entered } from '#domains/lending/life/enter.ts';
import { claimLeft, partNames, scheduleInForce } from '#domains/lending/life/loan-life.ts';
import type { LoanInHand, PaidSums } from '#domains/lending/life/loan-life.ts';
import { nextDue, openOf, wholeDebt } from '#domains/lending/life/plans.ts';
import { standingOf } from '#domains/lending/loan-standing.ts';
import type { CumulativeSchedule } from '#domains/lending/loan-standing.ts';
import type { LoanState } from '#domains/lending/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';

/** How a loan stands, in the figures people compare. */
export interface Figures {
  readonly state: LoanState;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly charges: bigint;
  readonly overdue: bigint;
  readonly next: bigint;
  readonly nextDueOn: BusinessDate | null;
  readonly lastDueOn: BusinessDate | null;
  readonly payoff: bigint;
  readonly overpaid: bigint;
  readonly claimed: bigint;
}

/** What a step would do to a loan. */
export interface Consequences {
  readonly before: Figures;
  readonly after: Figures;
  readonly entries: readonly { readonly name: Words; readonly moved: PaidSums }[];
  /** Of more money lent from which something is kept back. */
  readonly handedOut: {
    readonly lent: bigint;
    readonly fee: bigint;
    readonly premium: bigint;
  } | null;
  /** The schedule afterwards, where the step makes another. */
  readonly schedule: CumulativeSchedule | null;
  readonly paid: PaidSums;
  readonly paidInstalments: number;
}

export function consequencesOf(
  loan: LoanInHand,
  { entered, today }: { entered: readonly Entered[]; today: BusinessDate },
): Consequences | null {
  const last = entered.at(-1);
  if (!last) return null;
  return {
    before: figuresOf(loan, today),
    after: figuresOf(last.after, today),
    entries: entered
      .filter(({ entry }) => partNames.some((part) => entry.moved[part] !== 0n))
      .map(({ entry, reversed }) => ({
        name: reversed ? reversedName(reversed) : nameOfEntry(entry),
        moved: entry.moved,
      })),
    handedOut: handedOutBy(entered),
    schedule: entered.some((step) => step.schedule) ? scheduleInForce(last.after) : null,
    paid: last.after.paid,
    paidInstalments: standingOf(scheduleInForce(last.after), last.after.paid, today)
      .paidInstalments,
  };
}

function handedOutBy(entered: readonly Entered[]): Consequences['handedOut'] {
  const entry = entered.find((step) => step.entry.kept)?.entry;
  if (!entry?.kept) return null;
  return { lent: entry.amountRupiah, fee: entry.kept.fee, premium: entry.kept.insurance };
}

function reversedName(entry: Parameters<typeof nameOfEntry>[0]): Words {
  const name = nameOfEntry(entry);
  return { id: `Pembatalan ${name.id}`, en: `Reversal: ${name.en}` };
}

function figuresOf(loan: LoanInHand, today: BusinessDate): Figures {
  const schedule = scheduleInForce(loan);
  const standing = standingOf(schedule, loan.paid, today);
  const running = loan.state === 'active';
  return {
    state: loan.state,
    principal: loan.principalRupiah - loan.paid.principal - loan.writtenOffRupiah,
    interest: running ? openOf(loan, 'interest') : 0n,
    charges: running ? openOf(loan, 'fee') + openOf(loan, 'penalty') : 0n,
    overdue: running ? standing.overdueRupiah : 0n,
    next: running ? nextDue(loan, today) : 0n,
    nextDueOn: running ? standing.nextDueOn : null,
    lastDueOn: running ? (schedule.dueOn.at(-1) ?? null) : null,
    payoff: running ? wholeDebt(loan, today) : 0n,
    overpaid: loan.paid.overpaid,
    claimed: claimLeft(loan),
  };
}
