import { credit, debit, withoutZeros } from '#domains/ledger/journal.ts';
import type { Journal } from '#domains/ledger/journal.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import { lendingProblems } from './problems.ts';

/** When a journal counts and where its cash lies. */
interface CashMoment {
  readonly on: BusinessDate;
  readonly businessDate: BusinessDate;
  readonly cashAccountId: string;
}

/** Cash in, principal and interest out of what she owed. Interest is income when it is paid. */
export function repaymentJournal(
  moment: CashMoment & { readonly interestIncomeAccountId: string },
  part: {
    readonly id: string;
    readonly loan: { readonly number: string; readonly accountId: string };
    readonly covered: boolean;
    readonly principal: Rupiah;
    readonly interest: Rupiah;
  },
): Journal {
  return {
    id: part.id,
    kind: part.covered ? 'loan-repayment-covered' : 'loan-repayment',
    says: part.covered
      ? `Angsuran ${part.loan.number}, ditanggung anggota lain`
      : `Angsuran ${part.loan.number}`,
    businessDate: moment.businessDate,
    valueDate: moment.on,
    entries: withoutZeros([
      debit(moment.cashAccountId, part.principal + part.interest),
      credit(part.loan.accountId, part.principal),
      credit(moment.interestIncomeAccountId, part.interest),
    ]),
  };
}

/**
 * Beside the books proper: what the borrower now owes the peer who covered her.
 *
 * @throws Refusal `lending.cover-by-stranger` when either has no leaf for it
 */
export function claimJournal(
  moment: CashMoment,
  claim: {
    readonly id: string;
    readonly loan: {
      readonly number: string;
      readonly name: string;
      readonly debtAccountId: string | null;
    };
    readonly payer: { readonly claimAccountId: string | null };
    readonly amountRupiah: Rupiah;
  },
): Journal {
  const { loan, payer } = claim;
  if (payer.claimAccountId === null || loan.debtAccountId === null) {
    throw lendingProblems.coverByStranger({ name: loan.name });
  }
  return {
    id: claim.id,
    kind: 'joint-liability-claim',
    says: `Tanggung renteng ${loan.number}: menjadi utang kepada anggota yang menanggung`,
    businessDate: moment.businessDate,
    valueDate: moment.on,
    entries: [
      debit(payer.claimAccountId, claim.amountRupiah),
      credit(loan.debtAccountId, claim.amountRupiah),
    ],
  };
}

/** The loan comes into being; the compulsory part stays with the lender as her savings, the rest is handed out. */
export function disbursementJournal(
  moment: CashMoment,
  loan: {
    readonly id: string;
    readonly number: string;
    readonly accountId: string;
    readonly principalRupiah: Rupiah;
    readonly compulsoryAccountId: string;
    readonly compulsoryRupiah: Rupiah;
  },
): Journal {
  return {
    id: loan.id,
    kind: 'loan-disbursement',
    says: `Pencairan ${loan.number}`,
    businessDate: moment.businessDate,
    valueDate: moment.on,
    entries: withoutZeros([
      debit(loan.accountId, loan.principalRupiah),
      credit(moment.cashAccountId, loan.principalRupiah - loan.compulsoryRupiah),
      credit(loan.compulsoryAccountId, loan.compulsoryRupiah),
    ]),
  };
}
