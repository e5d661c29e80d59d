import type { BusinessDate } from '#kernel/date.ts';
import { smaller } from '#kernel/money.ts';
import type { AllocationOrder, Part } from './loan-event.ts';
import type { CumulativeSchedule } from './loan-standing.ts';
import { scheduleRows } from './schedule-row.ts';

/** One thing owed: a part of an instalment, or a charge. */
export interface Claim {
  readonly part: Part;
  readonly dueOn: BusinessDate;
  /** Of a charge: the day from which it is there at all. */
  readonly on?: BusinessDate | undefined;
  readonly due: bigint;
  paid: bigint;
  waived: bigint;
}

/** One line of the book: an instalment with the charges due until its day, or charges after the last one. */
export interface BookRow {
  readonly dueOn: BusinessDate;
  readonly principalAfter: bigint;
  readonly claims: Claim[];
}

/** Money that reached a claim; what undoing an event takes back. */
export interface Slice {
  readonly claim: Claim;
  readonly part: Part;
  /** From 1. */
  readonly row: number;
  readonly amount: bigint;
}

/** A loan's claims while its events are applied and undone. The only mutable thing of a replay. */
export interface LoanBook {
  readonly rows: BookRow[];
  /** Every row before it is settled. */
  firstOpen: number;
}

export function openBook(schedule: CumulativeSchedule): LoanBook {
  const rows = scheduleRows(schedule).map((row) => ({
    dueOn: row.dueOn,
    principalAfter: row.principalAfter,
    claims: [
      claimOf('principal', row.dueOn, row.principal),
      claimOf('interest', row.dueOn, row.interest),
    ],
  }));
  return { rows, firstOpen: 0 };
}

export function claimOf(part: Part, dueOn: BusinessDate, due: bigint): Claim {
  return { part, dueOn, due, paid: 0n, waived: 0n };
}

export function openOf(claim: Claim): bigint {
  return claim.due - claim.paid - claim.waived;
}

/** Puts a charge into the first row due on or after its day; after the last it gets a row of its own. */
export function addCharge(book: LoanBook, charge: Claim): void {
  let index = book.rows.length;
  while (index > 0 && (book.rows[index - 1]?.dueOn ?? '') >= charge.dueOn) index -= 1;
  const row = book.rows[index];
  if (row && (row.dueOn === charge.dueOn || isInstalment(row))) row.claims.push(charge);
  else book.rows.splice(index, 0, { dueOn: charge.dueOn, principalAfter: 0n, claims: [charge] });
  book.firstOpen = Math.min(book.firstOpen, index);
}

/** Undoes {@link addCharge}. */
export function removeCharge(book: LoanBook, charge: Claim): void {
  const index = book.rows.findIndex(
    (row) => row.dueOn >= charge.dueOn && row.claims.includes(charge),
  );
  const row = book.rows[index];
  if (!row) return;
  row.claims.splice(row.claims.indexOf(charge), 1);
  if (row.claims.length === 0) book.rows.splice(index, 1);
}

function isInstalment(row: BookRow): boolean {
  return row.claims.some((claim) => claim.part === 'principal' || claim.part === 'interest');
}

/** Spreads a repayment over the open claims by the order; the rest is what nobody owes. */
export function takePayment(
  book: LoanBook,
  amount: bigint,
  { order, on }: { order: AllocationOrder; on: BusinessDate },
): { slices: Slice[]; left: bigint } {
  const slices: Slice[] = [];
  let left = amount;
  if (order.order === 'by-instalment') sweep(order.parts, () => true);
  else {
    sweep(order.due, (claim) => claim.dueOn <= on, on);
    sweep(order.inAdvance, () => true);
  }
  closeRows(book);
  return { slices, left };

  function sweep(parts: readonly Part[], takes: (claim: Claim) => boolean, until?: BusinessDate) {
    for (let index = book.firstOpen; index < book.rows.length && left > 0n; index += 1) {
      const row = book.rows[index];
      if (!row) return;
      for (const part of parts) {
        for (const claim of row.claims) {
          if (claim.part !== part || !takes(claim)) continue;
          const share = smaller(left, openOf(claim));
          if (share <= 0n) continue;
          claim.paid += share;
          left -= share;
          slices.push({ claim, part, row: index + 1, amount: share });
        }
      }
      // Charges due by the day stand at the latest in the first row that is due after it.
      if (until !== undefined && row.dueOn > until) return;
    }
  }
}

/** Gives up claims of some parts, oldest first; the rest is what was not owed. */
export function takeWaiver(
  book: LoanBook,
  amount: bigint,
  parts: readonly Part[],
): { slices: Slice[]; left: bigint } {
  const slices: Slice[] = [];
  let left = amount;
  book.rows.forEach((row, index) => {
    for (const part of parts) {
      for (const claim of row.claims) {
        const share = claim.part === part ? smaller(left, openOf(claim)) : 0n;
        if (share <= 0n) continue;
        claim.waived += share;
        left -= share;
        slices.push({ claim, part, row: index + 1, amount: share });
      }
    }
  });
  closeRows(book);
  return { slices, left };
}

/** Takes slices back; the state is as before them. */
export function takeBack(
  book: LoanBook,
  slices: readonly Slice[],
  from: 'paid' | 'waived' = 'paid',
): void {
  for (const { claim, row, amount } of slices) {
    claim[from] -= amount;
    book.firstOpen = Math.min(book.firstOpen, row - 1);
  }
}

function closeRows(book: LoanBook): void {
  for (;;) {
    const row = book.rows[book.firstOpen];
    if (!row || row.claims.some((claim) => openOf(claim) > 0n)) return;
    book.firstOpen += 1;
  }
}
