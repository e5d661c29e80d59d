import { type BusinessDate, diffDays } from '#kernel/date.ts';
import { type LoanBook, openOf } from './loan-book.ts';
import { isChargePart } from './loan-event.ts';

/** One row of a loan as it stands, smallest units. */
export interface StandingRow {
  /** From 1. */
  readonly n: number;
  readonly dueOn: BusinessDate;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly fee: bigint;
  readonly penalty: bigint;
  readonly paid: bigint;
  readonly waived: bigint;
  /** Still to pay of this row. */
  readonly outstanding: bigint;
  /** Of it, principal and interest. */
  readonly planOutstanding: bigint;
  /** Principal left after it by plan. */
  readonly principalAfter: bigint;
}

/** How a loan stands on a day, smallest units. */
export interface LoanTotals {
  readonly principalOutstanding: bigint;
  /** Of the whole plan, due or not. */
  readonly interestOutstanding: bigint;
  readonly chargesOutstanding: bigint;
  /** Principal and interest due before the day and not paid; charges are told apart, as arrears are here. */
  readonly overdue: bigint;
  /** Days since the oldest instalment with principal or interest unpaid fell due. */
  readonly daysPastDue: number;
  readonly payoff: bigint;
}

/** A charge that is not paid in full. */
export interface OpenCharge {
  readonly part: 'fee' | 'penalty';
  /** The day from which it is there at all. */
  readonly on: BusinessDate;
  readonly dueOn: BusinessDate;
  readonly amount: bigint;
}

/**
 * How much of the interest of periods not yet due a payoff asks for: the period that is running in full (bunga
 * berjalan), nothing of it, or everything planned.
 */
export type PayoffInterest = 'running-period' | 'due-only' | 'whole-plan';

export function rowsOf(book: LoanBook): StandingRow[] {
  return book.rows.map((row, index) => {
    const due = { principal: 0n, interest: 0n, fee: 0n, penalty: 0n };
    let [paid, waived, outstanding, planOutstanding] = [0n, 0n, 0n, 0n];
    for (const claim of row.claims) {
      due[claim.part] += claim.due;
      paid += claim.paid;
      waived += claim.waived;
      const open = openOf(claim);
      outstanding += open;
      if (!isChargePart(claim.part)) planOutstanding += open;
    }
    const { dueOn, principalAfter } = row;
    return {
      n: index + 1,
      dueOn,
      ...due,
      paid,
      waived,
      outstanding,
      planOutstanding,
      principalAfter,
    };
  });
}

export function loanTotals(
  book: LoanBook,
  { asOf, disbursedOn }: { asOf: BusinessDate; disbursedOn: BusinessDate },
): LoanTotals {
  const open = { principal: 0n, interest: 0n, fee: 0n, penalty: 0n };
  let overdue = 0n;
  let oldest: BusinessDate | undefined;
  for (const row of book.rows) {
    for (const claim of row.claims) {
      const amount = openOf(claim);
      if (amount === 0n) continue;
      open[claim.part] += amount;
      if (row.dueOn >= asOf || isChargePart(claim.part)) continue;
      overdue += amount;
      oldest ??= row.dueOn;
    }
  }
  return {
    principalOutstanding: open.principal,
    interestOutstanding: open.interest,
    chargesOutstanding: open.fee + open.penalty,
    overdue,
    daysPastDue: oldest === undefined ? 0 : diffDays(oldest, asOf),
    payoff: payoffOf(book, { asOf, disbursedOn, interest: 'running-period' }),
  };
}

export function openChargesOf(book: LoanBook): OpenCharge[] {
  return book.rows
    .flatMap((row) => row.claims)
    .flatMap((claim) => {
      const amount = openOf(claim);
      return isChargePart(claim.part) && amount > 0n
        ? [{ part: claim.part, on: claim.on ?? claim.dueOn, dueOn: claim.dueOn, amount }]
        : [];
    });
}

/** What pays a loan off on a day: all principal, all charges entered, and interest by the lender's rule. */
export function payoffOf(
  book: LoanBook,
  {
    asOf,
    disbursedOn,
    interest,
  }: { asOf: BusinessDate; disbursedOn: BusinessDate; interest: PayoffInterest },
): bigint {
  let total = 0n;
  let periodStart = disbursedOn;
  for (const row of book.rows) {
    const isAsked =
      interest === 'whole-plan' ||
      row.dueOn <= asOf ||
      (interest === 'running-period' && periodStart < asOf);
    for (const claim of row.claims) {
      if (claim.part !== 'interest' || isAsked) total += openOf(claim);
    }
    periodStart = row.dueOn;
  }
  return total;
}
