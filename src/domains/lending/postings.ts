import { credit, debit, withoutZeros } from '#domains/ledger/journal.ts';
import type { Entry, Journal } from '#domains/ledger/journal.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { type Rupiah, sum } from '#kernel/money.ts';
import { lendingProblems } from './problems.ts';

/** When a journal counts and where its cash lies. */
interface CashMoment {
  readonly on: BusinessDate;
  readonly businessDate: BusinessDate;
  readonly cashAccountId: string;
}

/** Cash in, principal and interest out of what she owed. Interest is income when it is paid. */
export function repaymentEntries(
  accounts: { readonly cashAccountId: string; readonly interestIncomeAccountId: string },
  part: {
    readonly loan: { readonly accountId: string; readonly incomeAccountId: string | null };
    readonly principal: Rupiah;
    readonly interest: Rupiah;
  },
): Entry[] {
  return [
    debit(accounts.cashAccountId, part.principal + part.interest),
    credit(part.loan.accountId, part.principal),
    credit(part.loan.incomeAccountId ?? accounts.interestIncomeAccountId, part.interest),
  ];
}

/**
 * Beside the books proper: what the borrower now owes the peer who covered her.
 *
 * @throws Refusal `lending.cover-by-stranger` when either has no leaf for it
 */
export function claimEntries(claim: {
  readonly loan: { readonly name: string; readonly debtAccountId: string | null };
  readonly payer: { readonly claimAccountId: string | null };
  readonly amountRupiah: Rupiah;
}): Entry[] {
  const { loan, payer } = claim;
  if (payer.claimAccountId === null || loan.debtAccountId === null) {
    throw lendingProblems.coverByStranger({ name: loan.name });
  }
  return [
    debit(payer.claimAccountId, claim.amountRupiah),
    credit(loan.debtAccountId, claim.amountRupiah),
  ];
}

/**
 * The loan comes into being; the compulsory part stays with the lender as her savings, fees and premiums are kept back,
 * the rest is handed out.
 */
export function disbursementJournal(
  moment: CashMoment,
  loan: {
    readonly id: string;
    readonly number: string;
    readonly accountId: string;
    readonly principalRupiah: Rupiah;
    readonly compulsoryAccountId: string;
    readonly compulsoryRupiah: Rupiah;
    /** By account. */
    readonly kept: readonly { readonly accountId: string; readonly rupiah: Rupiah }[];
  },
): Journal {
  const kept = sum(loan.kept.map((one) => one.rupiah));
  return {
    id: loan.id,
    kind: 'loan-disbursement',
    says: `Pencairan ${loan.number}`,
    businessDate: moment.businessDate,
    valueDate: moment.on,
    entries: withoutZeros([
      debit(loan.accountId, loan.principalRupiah),
      credit(moment.cashAccountId, loan.principalRupiah - loan.compulsoryRupiah - kept),
      credit(loan.compulsoryAccountId, loan.compulsoryRupiah),
      ...loan.kept.map((one) => credit(one.accountId, one.rupiah)),
    ]),
  };
}
