import { type BusinessDate, diffDays } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import { type BookRow, type LoanBook, openOf } from './loan-book.ts';
import type { Part } from './loan-event.ts';

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

/**
 * How much of the interest of periods not yet due a payoff asks for: the period that is running in full (bunga
 * berjalan), nothing of it, or everything planned.
 */
export type PayoffInterest = 'running-period' | 'due-only' | 'whole-plan';

export function rowsOf(book: LoanBook): StandingRow[] {
  return book.rows.map((row, index) => {
    const due = (part: Part) => sum(row.claims.filter((c) => c.part === part).map((c) => c.due));
    return {
      n: index + 1,
      dueOn: row.dueOn,
      principal: due('principal'),
      interest: due('interest'),
      fee: due('fee'),
      penalty: due('penalty'),
      paid: sum(row.claims.map((claim) => claim.paid)),
      waived: sum(row.claims.map((claim) => claim.waived)),
      outstanding: sum(row.claims.map(openOf)),
      principalAfter: row.principalAfter,
    };
  });
}

export function loanTotals(
  book: LoanBook,
  { asOf, disbursedOn }: { asOf: BusinessDate; disbursedOn: BusinessDate },
): LoanTotals {
  const overdue = book.rows.filter((row) => row.dueOn < asOf && openPlan(row) > 0n);
  return {
    principalOutstanding: openSum(book.rows, ['principal']),
    interestOutstanding: openSum(book.rows, ['interest']),
    chargesOutstanding: openSum(book.rows, ['fee', 'penalty']),
    overdue: sum(overdue.map(openPlan)),
    daysPastDue: overdue[0] ? diffDays(overdue[0].dueOn, asOf) : 0,
    payoff: payoffOf(book, { asOf, disbursedOn, interest: 'running-period' }),
  };
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
  const asked = book.rows.filter((row, index) => {
    if (interest === 'whole-plan' || row.dueOn <= asOf) return true;
    const periodStart = book.rows[index - 1]?.dueOn ?? disbursedOn;
    return interest === 'running-period' && periodStart < asOf;
  });
  return openSum(book.rows, ['principal', 'fee', 'penalty']) + openSum(asked, ['interest']);
}

function openPlan(row: BookRow): bigint {
  return openSum([row], ['principal', 'interest']);
}

function openSum(rows: readonly BookRow[], parts: readonly Part[]): bigint {
  let total = 0n;
  for (const row of rows) {
    for (const claim of row.claims) if (parts.includes(claim.part)) total += openOf(claim);
  }
  return total;
}
