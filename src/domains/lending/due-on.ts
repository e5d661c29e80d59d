import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { AllocationOrder } from './loan-event.ts';
import type { LoanStanding } from './loan-standing.ts';
import type { OpenCharge } from './loan-totals.ts';
import { instalmentToday } from './repayment-sheet.ts';
import { standingPaidAhead, standingWithCharges } from './sheet-allocation.ts';

/** An active loan as it travels to a phone: all that its dues on any day are reckoned from. Money in decimal digits. */
export interface FieldLoan {
  readonly loanId: string;
  readonly number: string;
  readonly personId: string;
  readonly institutionId: string;
  readonly lendingGroupId: string | null;
  readonly principalRupiah: string;
  readonly disbursedOn: BusinessDate;
  /** Due dates, and at each the principal and interest due so far. */
  readonly schedule: {
    readonly dueOn: readonly BusinessDate[];
    readonly principalDue: readonly string[];
    readonly interestDue: readonly string[];
  };
  readonly paid: { readonly principal: string; readonly interest: string };
  /** Where money goes by its product; null for the usual order. */
  readonly allocation: AllocationOrder | null;
  /** Whether money ahead of what is due goes to principal and takes its interest with it. */
  readonly paidAheadSaves: boolean;
  /** There, the latest day from which anything on the loan counts: a new plan begins no earlier. */
  readonly lastEntryOn: BusinessDate | null;
  /** Fees and penalties that are not settled. */
  readonly charges: readonly FieldCharge[];
  /** The last six meeting days at which she had her mark, the newest first. */
  readonly marks: readonly BusinessDate[];
}

export interface FieldCharge {
  readonly part: 'fee' | 'penalty';
  /** The day it was charged: before it, it is not owed. */
  readonly onDay: BusinessDate;
  readonly dueOn: BusinessDate;
  /** What is neither paid nor waived of it. */
  readonly amountRupiah: string;
}

/** What a loan asks for on a day. */
export interface DueOn {
  readonly standing: LoanStanding;
  /** What newly fell due since the last meeting before the day, without older arrears. */
  readonly instalmentRupiah: Rupiah;
  readonly openCharges: readonly OpenCharge[];
}

/**
 * What a loan asks for on a day, from what the phone holds of it: the same as the sheet that the server opens for that
 * day (`loansOfGroup`), for every day after the oldest of its six marks.
 */
export function dueOn(loan: FieldLoan, on: BusinessDate): DueOn {
  const schedule = {
    dueOn: loan.schedule.dueOn,
    principalDue: loan.schedule.principalDue.map(BigInt),
    interestDue: loan.schedule.interestDue.map(BigInt),
  };
  const charges = loan.charges
    .filter((charge) => charge.onDay <= on)
    .map(({ part, onDay, dueOn: day, amountRupiah }) => ({
      part,
      on: onDay,
      dueOn: day,
      amount: BigInt(amountRupiah),
    }));
  const owed = {
    principal: BigInt(loan.paid.principal),
    interest: BigInt(loan.paid.interest),
    schedule,
    charges,
    life: null,
  };
  return {
    standing:
      loan.paidAheadSaves && (loan.lastEntryOn ?? '') <= on
        ? standingPaidAhead(owed, on)
        : standingWithCharges(owed, on),
    instalmentRupiah: instalmentToday(
      { owed, disbursedOn: loan.disbursedOn },
      { lastMeetingOn: loan.marks.find((day) => day < on) ?? null, on },
    ),
    openCharges: owed.charges,
  };
}
