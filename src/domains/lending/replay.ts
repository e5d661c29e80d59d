import type { BusinessDate } from '#kernel/date.ts';
import {
  addCharge,
  type Claim,
  claimOf,
  type LoanBook,
  openBook,
  removeCharge,
  type Slice,
  takeBack,
  takePayment,
  takeWaiver,
} from './loan-book.ts';
import {
  type LoanEvent,
  type LoanHistory,
  type Part,
  type Posting,
  usualOrder,
} from './loan-event.ts';
import {
  loanTotals,
  type LoanTotals,
  type OpenCharge,
  openChargesOf,
  rowsOf,
  type StandingRow,
} from './loan-totals.ts';
import { replayProblems } from './replay-problems.ts';
import { reschedule } from './reschedule.ts';

/** Where one repayment or waiver went, smallest units. */
export interface EventAllocation {
  readonly id: string;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly fee: bigint;
  readonly penalty: bigint;
  /** What nobody owed. */
  readonly overpaid: bigint;
  /** A reversed repayment keeps the allocation it had when it was reversed. */
  readonly reversed: boolean;
  /** Given up by the lender instead of paid. */
  readonly waived: boolean;
  /** What went to each row, for explanations; rows counted from 1. */
  readonly steps: readonly { readonly row: number; readonly part: Part; readonly amount: bigint }[];
}

export interface Replay {
  readonly rows: readonly StandingRow[];
  /** Of every repayment and waiver, in the order in which they were entered. */
  readonly allocations: readonly EventAllocation[];
  readonly totals: LoanTotals;
  readonly paid: Readonly<Record<Part, bigint>>;
  readonly waived: Readonly<Record<Part, bigint>>;
  /** Fees and penalties not paid in full, in order of their rows. */
  readonly openCharges: readonly OpenCharge[];
}

interface Entry {
  readonly event: Posting;
  readonly day: BusinessDate;
  slices: readonly Slice[];
  overpaid: bigint;
  charge?: Claim;
  /** The book before a restructure. */
  before?: LoanBook;
}

/**
 * Computes how a loan stands from its schedule and everything that happened, in the order in which it was
 * entered. Events count by their business day, so that a backdated one is as if entered in time, and a
 * reversed one as if it had never been. Within a day charges come before waivers, waivers before money.
 *
 * @throws Refusal for a day before the disbursement or after `asOf`, an id used twice, an amount that is not
 *   above 0, or a reversal of something unknown or already reversed
 */
export function replayLoan(history: LoanHistory): Replay {
  const timeline = new Timeline(history);
  for (const event of history.events) timeline.enter(event);
  return timeline.finish();
}

class Timeline {
  readonly #history: LoanHistory;
  readonly #entries: Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  readonly #ids = new Set<string>();
  readonly #reversed = new Map<string, EventAllocation>();
  #book: LoanBook;
  /** How many entries, from the first, are in the book. */
  #applied = 0;

  constructor(history: LoanHistory) {
    const [schedule] = history.schedules;
    if (!schedule) throw new RangeError('a loan has a schedule');
    this.#history = history;
    this.#book = openBook(schedule);
  }

  enter(event: LoanEvent): void {
    const { disbursedOn, asOf } = this.#history;
    if (this.#ids.has(event.id)) throw replayProblems.eventTwice({ id: event.id });
    if (event.on < disbursedOn)
      throw replayProblems.eventBeforeDisbursement({ id: event.id, on: event.on, disbursedOn });
    if (event.on > asOf) throw replayProblems.eventInFuture({ id: event.id, on: event.on, asOf });
    this.#ids.add(event.id);
    if (event.kind === 'reversal') this.#reverse(event);
    else this.#insert(event);
  }

  finish(): Replay {
    this.#applyUntil(this.#entries.length);
    const { events, asOf, disbursedOn } = this.#history;
    const rows = rowsOf(this.#book);
    const allocations = events.flatMap((event) => {
      if (event.kind !== 'repayment' && event.kind !== 'waiver') return [];
      const entry = this.#byId.get(event.id);
      const reversed = this.#reversed.get(event.id);
      return reversed ? [reversed] : entry ? [allocationOf(entry, false)] : [];
    });
    return {
      rows,
      allocations,
      totals: loanTotals(this.#book, { asOf, disbursedOn }),
      paid: totalOf(this.#book, 'paid'),
      waived: totalOf(this.#book, 'waived'),
      openCharges: openChargesOf(this.#book),
    };
  }

  #insert(event: Posting): void {
    if (event.kind === 'restructure') {
      if (!this.#history.schedules[event.version])
        throw new RangeError('a restructure names a schedule of the loan');
    } else if (event.amount <= 0n) throw replayProblems.eventWithoutAmount({ id: event.id });
    const isCharge = event.kind === 'fee' || event.kind === 'penalty';
    const dueOn = (isCharge && event.dueOn) || event.on;
    if (dueOn < this.#history.disbursedOn) {
      const { disbursedOn } = this.#history;
      throw replayProblems.eventBeforeDisbursement({ id: event.id, on: dueOn, disbursedOn });
    }
    // A charge that was due before it was entered counts from the day it was due.
    const day = dueOn < event.on ? dueOn : event.on;
    const entry: Entry = { event, day, slices: [], overpaid: 0n };
    let at = this.#entries.length;
    while (at > 0 && isAfter(this.#entries[at - 1], entry)) at -= 1;
    this.#undoUntil(at);
    this.#entries.splice(at, 0, entry);
    this.#byId.set(event.id, entry);
  }

  #reverse(event: { id: string; on: BusinessDate; of: string }): void {
    const entry = this.#byId.get(event.of);
    if (!entry) {
      if (this.#reversed.has(event.of)) throw replayProblems.reversedTwice({ of: event.of });
      throw replayProblems.reversalOfUnknown({ of: event.of });
    }
    if (event.on < entry.event.on) throw replayProblems.reversalTooEarly({ of: event.of });
    const at = this.#entries.indexOf(entry);
    this.#applyUntil(at + 1);
    this.#reversed.set(event.of, allocationOf(entry, true));
    this.#undoUntil(at);
    this.#entries.splice(at, 1);
    this.#byId.delete(event.of);
  }

  #applyUntil(count: number): void {
    for (; this.#applied < count; this.#applied += 1) {
      const entry = this.#entries[this.#applied];
      if (entry) this.#apply(entry);
    }
  }

  #undoUntil(count: number): void {
    while (this.#applied > count) {
      this.#applied -= 1;
      const entry = this.#entries[this.#applied];
      if (entry) this.#undo(entry);
    }
  }

  #apply(entry: Entry): void {
    const { event } = entry;
    if (event.kind === 'repayment' || event.kind === 'waiver') {
      const order = this.#history.allocation ?? usualOrder;
      const taken =
        event.kind === 'repayment'
          ? takePayment(this.#book, event.amount, { order, on: event.on })
          : takeWaiver(this.#book, event.amount, event.parts);
      entry.slices = taken.slices;
      entry.overpaid = taken.left;
    } else if (event.kind === 'restructure') {
      const schedule = this.#history.schedules[event.version];
      if (!schedule) return;
      entry.before = this.#book;
      this.#book = reschedule(this.#book, schedule);
    } else {
      const charge = claimOf(event.kind, event.dueOn ?? event.on, event.amount);
      entry.charge = { ...charge, on: event.on };
      addCharge(this.#book, entry.charge);
    }
  }

  #undo(entry: Entry): void {
    if (entry.before) this.#book = entry.before;
    else if (entry.charge) removeCharge(this.#book, entry.charge);
    else takeBack(this.#book, entry.slices, entry.event.kind === 'waiver' ? 'waived' : 'paid');
  }
}

/** A new schedule holds from where it was entered among the money of its day: a payoff gives up interest, then takes money. */
const placeInDay = { fee: 0, penalty: 0, waiver: 1, repayment: 2, restructure: 2 } as const;

function isAfter(one: Entry | undefined, other: Entry): boolean {
  if (!one) return false;
  if (one.day !== other.day) return one.day > other.day;
  return placeInDay[one.event.kind] > placeInDay[other.event.kind];
}

function allocationOf(entry: Entry, reversed: boolean): EventAllocation {
  return {
    id: entry.event.id,
    ...byPart(entry.slices),
    overpaid: entry.overpaid,
    reversed,
    waived: entry.event.kind === 'waiver',
    steps: entry.slices,
  };
}

function byPart(amounts: readonly { part: Part; amount: bigint }[]): Record<Part, bigint> {
  const totals = { principal: 0n, interest: 0n, fee: 0n, penalty: 0n };
  for (const { part, amount } of amounts) totals[part] += amount;
  return totals;
}

function totalOf(book: LoanBook, kind: 'paid' | 'waived'): Record<Part, bigint> {
  const totals = { principal: 0n, interest: 0n, fee: 0n, penalty: 0n };
  for (const row of book.rows) for (const claim of row.claims) totals[claim.part] += claim[kind];
  return totals;
}
