import type { LoanInHand } from '#domains/lending/life/loan-life.ts';
import { makeSchedule } from '#domains/lending/repayment-schedule.ts';
import type { ProductTerms } from '#domains/lending/terms.ts';
import { weeklyTerms } from './weekly-loan.ts';

const none = { fee: 0n, penalty: 0n };

/** Rohani's loan as it was handed out on 5 January 2026, with nothing paid: Rp 2,000,000 unless said otherwise. */
export function loanInHand(
  given: { principal?: bigint; terms?: Partial<ProductTerms>; change?: Partial<LoanInHand> } = {},
): LoanInHand {
  const disbursedOn = '2026-01-05';
  const principal = given.principal ?? 2_000_000n;
  const terms = { ...weeklyTerms, ...given.terms };
  return {
    id: 'loan',
    number: 'PJ-2026-000001',
    personId: 'rohani',
    name: 'Rohani',
    institutionId: 'cooperative',
    keepsSavings: true,
    lendingGroupId: 'lending group',
    bookId: 'book',
    accountId: 'leaf',
    state: 'active',
    terms,
    maximumRupiah: 10_000_000n,
    principalRupiah: principal,
    approvedRupiah: null,
    disbursedOn,
    closedOn: null,
    versions: [makeSchedule({ product: terms, principal, disbursedOn })],
    paid: { principal: 0n, interest: 0n, ...none, overpaid: 0n },
    charged: none,
    waived: none,
    writtenOffRupiah: 0n,
    recoveredRupiah: 0n,
    forgivenRupiah: 0n,
    entries: [
      {
        id: 'disbursement',
        kind: 'disbursement',
        on: disbursedOn,
        amountRupiah: principal,
        part: null,
        moved: { principal: 0n, interest: 0n, ...none, overpaid: 0n },
        dueOn: null,
        scheduleVersion: 1,
        reversesId: null,
        coverId: null,
        causedBy: null,
      },
    ],
    ...given.change,
  };
}
