import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { AllocationOrder, LoanEvent } from '../loan-event.ts';
import type { CumulativeSchedule } from '../loan-standing.ts';
import { replayLoan } from '../replay.ts';
import type { Replay } from '../replay.ts';
import type { ProductTerms } from '../terms.ts';

/** What money that reached a loan counted as so far; together it is all the money that came and stayed. */
export interface PaidSums {
  readonly principal: Rupiah;
  readonly interest: Rupiah;
  readonly fee: Rupiah;
  readonly penalty: Rupiah;
  /** Beyond all that was owed, and not given back yet. */
  readonly overpaid: Rupiah;
}

export const partNames = ['principal', 'interest', 'fee', 'penalty', 'overpaid'] as const;

export type EntryKind =
  | 'disbursement'
  | 'repayment'
  | 'fee'
  | 'penalty'
  | 'tranche'
  | 'top-up'
  | 'waiver'
  | 'restructure'
  | 'prepayment'
  | 'write-off'
  | 'forgiveness'
  | 'recovery'
  | 'refund'
  | 'reallocation'
  | 'reversal';

/** One thing that happened to a loan, as it was entered. It never changes; a reversal is an entry of its own. */
export interface LifeEntry {
  readonly id: string;
  readonly kind: EntryKind;
  /** The day it counts from; may lie before the day it was entered. */
  readonly on: BusinessDate;
  readonly amountRupiah: Rupiah;
  /** What a waiver gives up. */
  readonly part: 'interest' | 'fee' | 'penalty' | null;
  /** By how much the loan's sums moved when it was entered. */
  readonly moved: PaidSums;
  /** For a charge. */
  readonly dueOn: BusinessDate | null;
  /** The version of the schedule that it put in force. */
  readonly scheduleVersion: number | null;
  readonly reversesId: string | null;
  readonly coverId: string | null;
  /** The entry whose part it is: a repayment's new plan, a payoff's rebate, a top-up's fees. */
  readonly causedBy: string | null;
  /** Of a top-up: what was kept back of the money by the product, fees and premiums. */
  readonly kept?: KeptSums | undefined;
}

export interface KeptSums {
  readonly fee: Rupiah;
  readonly insurance: Rupiah;
}

export type LoanStateName = 'active' | 'closed' | 'written-off' | 'recovered' | 'forgiven';

/** A loan with its whole life, as a command decides on it and a preview shows it. Amounts in whole rupiah. */
export interface LoanInHand {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly name: string;
  readonly institutionId: string;
  /** Whether the lender may hold savings, so that money beyond a debt can become some; a revolving fund only lends. */
  readonly keepsSavings: boolean;
  readonly lendingGroupId: string | null;
  readonly bookId: string;
  /** Its leaf in the books. */
  readonly accountId: string;
  readonly state: LoanStateName;
  readonly terms: ProductTerms;
  /** Where money goes; absent: charges, interest, principal, instalment by instalment. */
  readonly allocation?: AllocationOrder | undefined;
  /** The most the product lends to one person. */
  readonly maximumRupiah: Rupiah;
  /** Handed out so far. */
  readonly principalRupiah: Rupiah;
  /** Approved in all, when it is handed out in tranches. */
  readonly approvedRupiah: Rupiah | null;
  readonly disbursedOn: BusinessDate;
  readonly closedOn: BusinessDate | null;
  /** Every version of its schedule; the last is in force. */
  readonly versions: readonly CumulativeSchedule[];
  readonly paid: PaidSums;
  readonly charged: { readonly fee: Rupiah; readonly penalty: Rupiah };
  readonly waived: { readonly fee: Rupiah; readonly penalty: Rupiah };
  readonly writtenOffRupiah: Rupiah;
  readonly recoveredRupiah: Rupiah;
  readonly forgivenRupiah: Rupiah;
  /** In order of entry, the disbursement first. */
  readonly entries: readonly LifeEntry[];
}

export function scheduleInForce(loan: LoanInHand): CumulativeSchedule {
  const schedule = loan.versions.at(-1);
  if (!schedule) throw new Error(`loan ${loan.number} has no schedule`);
  return schedule;
}

/** Of a written-off loan, what she still owes. */
export function claimLeft(loan: LoanInHand): Rupiah {
  return loan.writtenOffRupiah - loan.recoveredRupiah - loan.forgivenRupiah;
}

/**
 * A short text that changes with everything that happens to the loan: two people who look at it and act at once
 * are told apart by it.
 */
export function seenMark(loan: LoanInHand): string {
  return `${loan.entries.length}-${loan.versions.length}-${loan.state}`;
}

/** Ids of entries that a reversal undid. */
export function reversedIds(loan: LoanInHand): ReadonlySet<string> {
  return new Set(loan.entries.flatMap((entry) => entry.reversesId ?? []));
}

/** Computes the loan again from its schedules and everything that happened. */
export function replayLife(loan: LoanInHand, asOf: BusinessDate): Replay {
  return replayLoan({
    disbursedOn: loan.disbursedOn,
    schedules: loan.versions,
    allocation: loan.allocation,
    events: eventsOf(loan),
    asOf,
  });
}

/** What money counts as after a replay; refunds have left again. */
export function paidAfter(loan: LoanInHand, replay: Replay): PaidSums {
  const reversed = reversedIds(loan);
  let overpaid = 0n;
  for (const allocation of replay.allocations) {
    if (!allocation.reversed && !allocation.waived) overpaid += allocation.overpaid;
  }
  for (const entry of loan.entries) {
    if (entry.kind === 'refund' && !reversed.has(entry.id)) overpaid -= entry.amountRupiah;
  }
  const { principal, interest, fee, penalty } = replay.paid;
  return { principal, interest, fee, penalty, overpaid };
}

/** The life as the engine reads it; what moves no claim of the schedule is left out. */
function eventsOf(loan: LoanInHand): LoanEvent[] {
  const known = new Set<string>();
  return loan.entries.flatMap((entry): LoanEvent[] => {
    const event = eventOf(entry, known);
    if (event) known.add(entry.id);
    return event ? [event] : [];
  });
}

function eventOf(entry: LifeEntry, known: ReadonlySet<string>): LoanEvent | null {
  const { id, on, amountRupiah: amount } = entry;
  const { kind } = entry;
  if (kind === 'repayment') return { id, on, kind, amount };
  if (kind === 'fee' || kind === 'penalty')
    return { id, on, kind, amount, dueOn: entry.dueOn ?? on };
  if (kind === 'reversal')
    return entry.reversesId !== null && known.has(entry.reversesId)
      ? { id, on, kind, of: entry.reversesId }
      : null;
  // Interest is given up by another version of the schedule, so that whoever reads only that is right too.
  if (entry.part === 'fee' || entry.part === 'penalty')
    return { id, on, kind: 'waiver', amount, parts: [entry.part] };
  return entry.scheduleVersion === null || entry.kind === 'disbursement'
    ? null
    : { id, on, kind: 'restructure', version: entry.scheduleVersion - 1 };
}
