import { standingOf } from '#domains/lending/loan-standing.ts';
import { makeSchedule } from '#domains/lending/repayment-schedule.ts';
import type { LoanDue } from '#domains/lending/repayment-sheet.ts';
import type { ProductTerms } from '#domains/lending/terms.ts';

/** The group product: 25 % flat over 50 weeks. */
export const weeklyTerms: ProductTerms = {
  annualRatePercent: '25',
  rateBasis: 'whole-term',
  interestMethod: 'flat',
  amortization: 'equal-installments',
  installments: 50,
  repayEvery: { count: 1, unit: 'week' },
  interestPeriod: 'same-as-repayment',
  dayCount: { year: '365', month: 'actual' },
  annuity: 'nominal',
  grace: { principal: 0, interestPayment: 0, interestFree: 0 },
};

/** A loan of Rp 2,000,000 from 5 January 2026, on the day of its first instalment. */
export function weeklyLoan(name: string, change: Partial<LoanDue> = {}): LoanDue {
  const disbursedOn = '2026-01-05';
  const principal = 2_000_000n;
  const schedule = makeSchedule({ product: weeklyTerms, principal, disbursedOn });
  const paid = { principal: 0n, interest: 0n };
  return {
    loanId: `loan of ${name}`,
    number: 'PJ-2026-000001',
    personId: name,
    name,
    institutionId: 'cooperative',
    lendingGroupId: 'lending group',
    bookId: 'book',
    accountId: `leaf of ${name}`,
    incomeAccountId: null,
    claimAccountId: `claims of ${name}`,
    debtAccountId: `debts of ${name}`,
    principalRupiah: principal,
    disbursedOn,
    schedule,
    paid,
    charges: null,
    life: null,
    standing: standingOf(schedule, paid, '2026-01-12'),
    instalmentRupiah: 50_000n,
    ...change,
  };
}
