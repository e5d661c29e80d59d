import type { BusinessDate } from '#kernel/date.ts';
import type { CumulativeSchedule } from './loan-standing.ts';

/** What a borrower can owe: principal (pokok), interest (jasa), fee (biaya), penalty (denda). */
export const parts = ['principal', 'interest', 'fee', 'penalty'] as const;

export type Part = (typeof parts)[number];

export function isChargePart(part: Part): part is 'fee' | 'penalty' {
  return part === 'fee' || part === 'penalty';
}

/** An amount for each part, smallest units of the currency. */
export type Parts = Readonly<Record<Part, bigint>>;

/**
 * Where money goes; a term of the product.
 *
 * - `by-instalment`: the oldest instalment first, within it the given order of parts, whatever the date.
 * - `due-then-advance`: first everything due by the day of payment, oldest instalment first and within it in
 *   the order `due` (a charge is due on its own day), then what is still to come, oldest first, in the order
 *   `inAdvance`.
 */
export type AllocationOrder =
  | { readonly order: 'by-instalment'; readonly parts: readonly Part[] }
  | {
      readonly order: 'due-then-advance';
      readonly due: readonly Part[];
      readonly inAdvance: readonly Part[];
    };

/** Charges first, then interest, then principal, instalment by instalment. */
export const usualOrder = {
  order: 'by-instalment',
  parts: ['penalty', 'fee', 'interest', 'principal'],
} as const satisfies AllocationOrder;

/**
 * Something that happened to a loan after its disbursement; amounts in the currency's smallest unit.
 * Events are never changed: a `reversal` undoes one. `restructure` puts another version of the schedule in
 * force: an index into the loan's schedules.
 */
export type LoanEvent = { readonly id: string; readonly on: BusinessDate } & (
  | { readonly kind: 'repayment'; readonly amount: bigint }
  | {
      readonly kind: 'fee' | 'penalty';
      readonly amount: bigint;
      readonly dueOn?: BusinessDate | undefined;
    }
  | { readonly kind: 'waiver'; readonly amount: bigint; readonly parts: readonly Part[] }
  | { readonly kind: 'restructure'; readonly version: number }
  | { readonly kind: 'reversal'; readonly of: string }
);

/** An event that stands by itself. */
export type Posting = Exclude<LoanEvent, { kind: 'reversal' }>;

/** A loan as its replay needs it. */
export interface LoanHistory {
  readonly disbursedOn: BusinessDate;
  /** The versions of the schedule, each for the whole loan; the first is in force from the start. */
  readonly schedules: readonly CumulativeSchedule[];
  readonly allocation?: AllocationOrder | undefined;
  /** In the order in which they were entered; their days may lie in the past. */
  readonly events: readonly LoanEvent[];
  readonly asOf: BusinessDate;
}
