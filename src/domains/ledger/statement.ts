import type { Rupiah } from '#kernel/money.ts';
import type { AccountClass } from './chart.ts';
import { lineOrder } from './statement-line.ts';

/** An account over a span of days: what it held before, and what moved. Debit positive. */
export interface AccountMovement {
  readonly number: string;
  readonly name: string;
  readonly class: AccountClass;
  readonly line: string;
  readonly control: string;
  readonly openingRupiah: Rupiah;
  readonly debitRupiah: Rupiah;
  readonly creditRupiah: Rupiah;
}

/** What an account holds at the end of the span, debit positive. */
export function closingOf(account: AccountMovement): Rupiah {
  return account.openingRupiah + account.debitRupiah - account.creditRupiah;
}

/** A line of a statement with the accounts that make it; amounts stand as people read them, mostly above zero. */
export interface StatementRow {
  readonly line: string;
  readonly amountRupiah: Rupiah;
  readonly accounts: readonly {
    readonly number: string;
    readonly name: string;
    readonly amountRupiah: Rupiah;
  }[];
}

export interface StatementPart {
  readonly class: AccountClass;
  readonly rows: readonly StatementRow[];
  readonly totalRupiah: Rupiah;
}

/** Neraca: assets on one side, liabilities and equity on the other, with what the open year has earned so far. */
export interface BalanceSheet {
  readonly assets: StatementPart;
  readonly liabilities: StatementPart;
  readonly equity: StatementPart;
  /** Income less expenses that no year's closing has taken over yet. */
  readonly runningSurplusRupiah: Rupiah;
  /** Liabilities, equity and the running surplus: equal to the assets. */
  readonly claimsRupiah: Rupiah;
}

/** Laba rugi of a span: income, expenses, and what is left. */
export interface IncomeStatement {
  readonly income: StatementPart;
  readonly expenses: StatementPart;
  readonly surplusRupiah: Rupiah;
}

/** Classes whose balances normally stand on the credit side. */
const onCredit: ReadonlySet<AccountClass> = new Set(['liability', 'equity', 'income']);

function part(
  accounts: readonly AccountMovement[],
  accountClass: AccountClass,
  amountOf: (account: AccountMovement) => Rupiah,
): StatementPart {
  const lines = new Map<string, StatementRow['accounts'][number][]>();
  for (const account of accounts) {
    if (account.class !== accountClass) continue;
    const amount = amountOf(account);
    if (amount === 0n) continue;
    const amountRupiah = onCredit.has(accountClass) ? -amount : amount;
    const { number, name, line } = account;
    lines.set(line, [...(lines.get(line) ?? []), { number, name, amountRupiah }]);
  }
  const rows = [...lines]
    .map(([line, of]) => ({
      line,
      accounts: of,
      amountRupiah: of.reduce((sum, one) => sum + one.amountRupiah, 0n),
    }))
    .sort((a, b) => lineOrder(a.line) - lineOrder(b.line));
  const totalRupiah = rows.reduce((sum, row) => sum + row.amountRupiah, 0n);
  return { class: accountClass, rows, totalRupiah };
}

/** @param accounts movements up to a day, closings of years included */
export function balanceSheet(accounts: readonly AccountMovement[]): BalanceSheet {
  const assets = part(accounts, 'asset', closingOf);
  const liabilities = part(accounts, 'liability', closingOf);
  const equity = part(accounts, 'equity', closingOf);
  const runningSurplusRupiah = accounts.reduce(
    (sum, one) => (one.class === 'income' || one.class === 'expense' ? sum - closingOf(one) : sum),
    0n,
  );
  const claimsRupiah = liabilities.totalRupiah + equity.totalRupiah + runningSurplusRupiah;
  return { assets, liabilities, equity, runningSurplusRupiah, claimsRupiah };
}

/** @param accounts movements of the span, closings of years left out */
export function incomeStatement(accounts: readonly AccountMovement[]): IncomeStatement {
  const moved = (one: AccountMovement) => one.debitRupiah - one.creditRupiah;
  const income = part(accounts, 'income', moved);
  const expenses = part(accounts, 'expense', moved);
  return { income, expenses, surplusRupiah: income.totalRupiah - expenses.totalRupiah };
}

/** Neraca saldo: every account that holds or moved something, and the sums of its columns. */
export function trialBalanceOf(accounts: readonly AccountMovement[]): {
  rows: (AccountMovement & { closingRupiah: Rupiah })[];
  debitRupiah: Rupiah;
  creditRupiah: Rupiah;
  openingRupiah: Rupiah;
  closingRupiah: Rupiah;
} {
  const rows = accounts
    .filter((one) => one.openingRupiah !== 0n || one.debitRupiah !== 0n || one.creditRupiah !== 0n)
    .map((one) => ({ ...one, closingRupiah: closingOf(one) }));
  const sum = (of: (row: (typeof rows)[number]) => Rupiah) =>
    rows.reduce((total, row) => total + of(row), 0n);
  return {
    rows,
    debitRupiah: sum((row) => row.debitRupiah),
    creditRupiah: sum((row) => row.creditRupiah),
    openingRupiah: sum((row) => row.openingRupiah),
    closingRupiah: sum((row) => row.closingRupiah),
  };
}
