import { larger, smaller, type Rupiah } from '#kernel/money.ts';
import { type CumulativeSchedule, type Paid, paidInFull } from './loan-standing.ts';

/** Share of an amount that goes to interest and principal, and what is left when the loan is paid off. */
export interface Allocation extends Paid {
  readonly overpaid: Rupiah;
}

/**
 * Spreads an amount over a schedule: oldest instalment first, within each interest before principal,
 * whatever the date (allocation order `by-instalment`).
 */
export function allocateByInstalment(
  schedule: CumulativeSchedule,
  paid: Paid,
  amount: Rupiah,
): Allocation {
  let left = amount;
  let { principal, interest } = paid;
  for (let i = paidInFull(schedule, paid); i < schedule.dueOn.length && left > 0n; i += 1) {
    const forInterest = smaller(left, larger(0n, (schedule.interestDue[i] ?? 0n) - interest));
    interest += forInterest;
    left -= forInterest;
    const forPrincipal = smaller(left, larger(0n, (schedule.principalDue[i] ?? 0n) - principal));
    principal += forPrincipal;
    left -= forPrincipal;
  }
  return {
    principal: principal - paid.principal,
    interest: interest - paid.interest,
    overpaid: left,
  };
}
