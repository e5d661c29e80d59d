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

/**
 * Cash in, principal, interest and charges out of what she owed. Interest and charges are income when they are paid.
 * A part is below 0 when money paid before counts differently now.
 *
 * @throws Error when a charge moves that no account was opened for
 */
export function repaymentEntries(
  accounts: { readonly cashAccountId: string; readonly interestIncomeAccountId: string },
  part: {
    readonly loan: {
      readonly accountId: string;
      readonly incomeAccountId: string | null;
      readonly charges: {
        readonly feeAccountId: string | null;
        readonly penaltyAccountId: string | null;
      } | null;
    };
    readonly principal: Rupiah;
    readonly interest: Rupiah;
    readonly fee: Rupiah;
    readonly penalty: Rupiah;
  },
): Entry[] {
  const { charges } = part.loan;
  const chargeLine = (accountId: string | null | undefined, amount: Rupiah) => {
    if (amount === 0n) return [];
    if (!accountId) throw new Error('a charge moves that no account was opened for');
    return [credit(accountId, amount)];
  };
  return [
    debit(accounts.cashAccountId, part.principal + part.interest + part.fee + part.penalty),
    credit(part.loan.accountId, part.principal),
    credit(part.loan.incomeAccountId ?? accounts.interestIncomeAccountId, part.interest),
    ...chargeLine(charges?.feeAccountId, part.fee),
    ...chargeLine(charges?.penaltyAccountId, part.penalty),
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
    /** What becomes her savings, and the leaf it goes to. */
    readonly setAside: { readonly ledgerAccountId: string; readonly rupiah: Rupiah } | null;
    /** By account. */
    readonly kept: readonly { readonly accountId: string; readonly rupiah: Rupiah }[];
  },
): Journal {
  const { setAside } = loan;
  const kept = sum(loan.kept.map((one) => one.rupiah)) + (setAside?.rupiah ?? 0n);
  return {
    id: loan.id,
    kind: 'loan-disbursement',
    says: `Pencairan ${loan.number}`,
    businessDate: moment.businessDate,
    valueDate: moment.on,
    entries: withoutZeros([
      debit(loan.accountId, loan.principalRupiah),
      credit(moment.cashAccountId, loan.principalRupiah - kept),
      ...(setAside ? [credit(setAside.ledgerAccountId, setAside.rupiah)] : []),
      ...loan.kept.map((one) => credit(one.accountId, one.rupiah)),
    ]),
  };
}
