import type { BusinessDate } from '#kernel/date.ts';
import { smaller, sum } from '#kernel/money.ts';
import { type AllocationOrder, type LoanEvent, usualOrder } from '../loan-event.ts';
import type { CumulativeSchedule } from '../loan-standing.ts';
import { replayLoan } from '../replay.ts';
import type { Explanation } from './explanation.ts';

/** One repayment as a partner's file says it, in the loan's smallest unit. */
export interface PartnerRepayment {
  readonly reference: string;
  readonly onDay: BusinessDate;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly penalty: bigint;
}

/** A partner's loan as the engine replays it: the partner's schedule, and where its terms send money. */
export interface ReplayedLoan {
  readonly disbursedOn: BusinessDate;
  readonly schedule: CumulativeSchedule;
  /** The lender's own order, where its terms say one; else charges, interest, principal, instalment by instalment. */
  readonly allocation?: AllocationOrder | undefined;
}

/** Where one repayment went, smallest units. */
export interface Split {
  readonly principal: bigint;
  readonly interest: bigint;
  readonly overpaid: bigint;
}

/** Orders that run instalment by instalment, as the engine knows them. */
const otherOrders: readonly { explanation: Explanation; order: AllocationOrder }[] = [
  {
    explanation: 'paid-ahead',
    order: {
      order: 'due-then-advance',
      due: ['interest', 'principal'],
      inAdvance: ['principal', 'interest'],
    },
  },
  {
    explanation: 'allocation-order',
    order: { order: 'by-instalment', parts: ['principal', 'interest'] },
  },
  {
    explanation: 'allocation-order',
    order: {
      order: 'due-then-advance',
      due: ['principal', 'interest'],
      inAdvance: ['principal', 'interest'],
    },
  },
  { explanation: 'instalment-order', order: usualOrder },
];

/**
 * How else a lender may have sent the same money: another order of the engine's, or one part of the whole loan before
 * the other. Null where none makes exactly this line.
 */
export function otherwiseSent(
  loan: ReplayedLoan,
  before: readonly PartnerRepayment[],
  repayment: PartnerRepayment,
): Explanation | null {
  const makes = (split: Pick<Split, 'principal' | 'interest'>) =>
    split.principal === repayment.principal && split.interest === repayment.interest;
  const other = otherOrders.find(({ order }) =>
    makes(splitAfter(loan, before, { repayment, order })),
  );
  if (other) return other.explanation;
  const { principal, interest, dueInterest } = openAfter(loan, before, repayment.onDay);
  const amount = repayment.principal + repayment.interest;
  const toPrincipal = smaller(amount, principal);
  if (makes({ principal: toPrincipal, interest: smaller(amount - toPrincipal, interest) }))
    return 'allocation-order';
  const toInterest = smaller(amount, dueInterest);
  return makes({ principal: smaller(amount - toInterest, principal), interest: toInterest })
    ? 'interest-first'
    : null;
}

/**
 * Every repayment as the engine allocates it by an order, one after another from the first; the engine's rules are
 * those of the books kept here.
 */
export function splitsOf(
  loan: ReplayedLoan,
  repayments: readonly PartnerRepayment[],
  order: AllocationOrder = loan.allocation ?? usualOrder,
): Split[] {
  return allocate(
    loan,
    repayments.flatMap((one) => entryOf(one)),
    order,
  );
}

/**
 * One repayment as the engine allocates it where the ones before it went to what the partner says they did, so that a
 * line is judged by itself and not by what an earlier one left behind.
 */
export function splitAfter(
  loan: ReplayedLoan,
  before: readonly PartnerRepayment[],
  given: { repayment: PartnerRepayment; order?: AllocationOrder },
): Split {
  const { repayment, order = loan.allocation ?? usualOrder } = given;
  const fixed = before.flatMap((one) => fixedEntriesOf(one));
  const [split] = allocate(loan, [...fixed, ...entryOf(repayment)], order);
  if (!split) throw new RangeError(`the engine allocated nothing of ${repayment.reference}`);
  return split;
}

/** A penalty is the partner's own: what it took for it is not the borrower's instalment and is not allocated. */
function entryOf({ reference: id, onDay: on, principal, interest }: PartnerRepayment): LoanEvent[] {
  const amount = principal + interest;
  return amount > 0n ? [{ id, kind: 'repayment', on, amount }] : [];
}

/** What a repayment took off principal and interest, taken off exactly those, oldest first. */
function fixedEntriesOf({
  reference,
  onDay: on,
  principal,
  interest,
}: PartnerRepayment): LoanEvent[] {
  const part = (name: 'principal' | 'interest', amount: bigint): LoanEvent[] =>
    amount > 0n ? [{ id: `${reference} ${name}`, kind: 'waiver', on, amount, parts: [name] }] : [];
  return [...part('interest', interest), ...part('principal', principal)];
}

function allocate(
  loan: ReplayedLoan,
  events: readonly LoanEvent[],
  allocation: AllocationOrder,
): Split[] {
  const asOf = events.reduce((last, { on }) => (on > last ? on : last), loan.disbursedOn);
  const { allocations } = replayLoan({
    disbursedOn: loan.disbursedOn,
    schedules: [loan.schedule],
    allocation,
    events,
    asOf,
  });
  return allocations
    .filter((one) => !one.waived)
    .map(({ principal, interest, overpaid }) => ({
      principal,
      interest,
      overpaid,
    }));
}

/** What the engine says is open where earlier repayments went to what the partner says: in all, and interest due by a day. */
function openAfter(
  loan: ReplayedLoan,
  before: readonly PartnerRepayment[],
  on: BusinessDate,
): { principal: bigint; interest: bigint; dueInterest: bigint } {
  const { rows, totals } = replayLoan({
    disbursedOn: loan.disbursedOn,
    schedules: [loan.schedule],
    events: before.flatMap((one) => fixedEntriesOf(one)),
    asOf: on,
  });
  const taken = sum(before.map((one) => one.interest));
  const due = sum(rows.filter((row) => row.dueOn <= on).map((row) => row.interest));
  return {
    principal: totals.principalOutstanding,
    interest: totals.interestOutstanding,
    dueInterest: due > taken ? due - taken : 0n,
  };
}
