import { credit, debit, withoutZeros } from '#domains/ledger/journal.ts';
import type { Entry, Journal } from '#domains/ledger/journal.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Rupiah } from '#kernel/money.ts';
import { partNames } from './loan-life.ts';
import type { LifeEntry } from './loan-life.ts';
import type { Entered } from './enter.ts';

/** Account ids that a loan's life can touch. */
export interface LoanAccounts {
  readonly loan: string;
  readonly till: string;
  readonly interestIncome: string;
  readonly feeIncome: string;
  readonly penaltyIncome: string;
  readonly recoveryIncome: string;
  readonly writeOffExpense: string;
  readonly overpayment: string;
  readonly writtenOff: string;
  readonly writtenOffContra: string;
  /** Opened only where a premium was kept back. */
  readonly insurancePremium: string | null;
}

const says: Readonly<Record<LifeEntry['kind'], string>> = {
  disbursement: 'Pencairan',
  repayment: 'Angsuran',
  fee: 'Biaya',
  penalty: 'Denda',
  tranche: 'Pencairan bertahap',
  'top-up': 'Tambahan pinjaman',
  waiver: 'Pembebasan',
  restructure: 'Penjadwalan ulang',
  prepayment: 'Pembayaran dipercepat',
  'write-off': 'Hapus buku',
  forgiveness: 'Hapus tagih',
  recovery: 'Penerimaan setelah hapus buku',
  refund: 'Pengembalian kelebihan bayar',
  reallocation: 'Perhitungan ulang',
  reversal: 'Pembatalan',
};

/**
 * The journal of something that happened to a loan; null when the books do not move, as when a schedule changes or
 * interest that nobody earned yet is given up. Interest, fees and penalties are income when they are paid. A
 * reversal posts the contrary, with what moved among later repayments.
 */
export function lifeJournal(
  step: Entered,
  books: {
    readonly id: string;
    readonly businessDate: BusinessDate;
    readonly accounts: LoanAccounts;
    /** The cash it goes through when it is not the till. */
    readonly cashAccountId?: string | undefined;
  },
): Journal | null {
  const { entry, reversed, after } = step;
  const meant = reversed ?? entry;
  const sign = entry.kind === 'reversal' ? -1n : 1n;
  const { accounts } = books;
  const entries = joined([
    ...movedLines(entry, accounts, books.cashAccountId ?? accounts.till),
    ...ownLines(meant, sign, accounts),
  ]);
  if (entries.length === 0) return null;
  const what = reversed ? `${says.reversal}: ${says[reversed.kind]}` : says[entry.kind];
  return {
    id: books.id,
    kind: reversed ? 'loan-reversal' : `loan-${entry.kind}`,
    says: `${what} ${after.number}`,
    businessDate: books.businessDate,
    valueDate: entry.on,
    entries,
  };
}

/** Money in or out, and what it counts as. */
function movedLines(entry: LifeEntry, accounts: LoanAccounts, cash: string): Entry[] {
  const { moved } = entry;
  return [
    debit(
      cash,
      partNames.reduce((sum, part) => sum + moved[part], 0n),
    ),
    credit(accounts.loan, moved.principal),
    credit(accounts.interestIncome, moved.interest),
    credit(accounts.feeIncome, moved.fee),
    credit(accounts.penaltyIncome, moved.penalty),
    credit(accounts.overpayment, moved.overpaid),
  ];
}

/** What an entry posts besides: money lent, or a debt that leaves the balance sheet. */
function ownLines(meant: LifeEntry, sign: Rupiah, accounts: LoanAccounts): Entry[] {
  const { kind } = meant;
  const amount = sign * meant.amountRupiah;
  const offBalance = (rise: Rupiah) => [
    debit(accounts.writtenOff, rise),
    credit(accounts.writtenOffContra, rise),
  ];
  if (kind === 'tranche' || kind === 'top-up')
    return [
      debit(accounts.loan, amount),
      credit(accounts.till, amount),
      ...keptLines(meant, sign, accounts),
    ];
  if (kind === 'write-off')
    return [
      debit(accounts.writeOffExpense, amount),
      credit(accounts.loan, amount),
      ...offBalance(amount),
    ];
  if (kind === 'recovery')
    return [
      debit(accounts.till, amount),
      credit(accounts.recoveryIncome, amount),
      ...offBalance(-amount),
    ];
  return kind === 'forgiveness' ? offBalance(-amount) : [];
}

/** What was kept back of money lent stays in the till, as income and as premiums held for the insurer. */
function keptLines({ kept }: LifeEntry, sign: Rupiah, accounts: LoanAccounts): Entry[] {
  if (!kept) return [];
  const premium = accounts.insurancePremium;
  if (kept.insurance > 0n && premium === null) throw new Error('no account holds the premium');
  return [
    debit(accounts.till, sign * (kept.fee + kept.insurance)),
    credit(accounts.feeIncome, sign * kept.fee),
    ...(premium === null ? [] : [credit(premium, sign * kept.insurance)]),
  ];
}

/** One line an account: the books are read by people. */
function joined(lines: readonly Entry[]): Entry[] {
  const sums = new Map<string, Rupiah>();
  for (const line of lines)
    sums.set(line.accountId, (sums.get(line.accountId) ?? 0n) + line.amount);
  return withoutZeros([...sums].map(([accountId, amount]) => ({ accountId, amount })));
}
