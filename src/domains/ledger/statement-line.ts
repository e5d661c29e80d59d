import type { Words } from '#kernel/words.ts';
import type { AccountClass } from './chart.ts';

interface StatementLine {
  readonly class: AccountClass;
  readonly name: Words;
}

/** The lines of the balance sheet and the income statement, in the order in which they are printed. */
export const statementLines = {
  cash: { class: 'asset', name: { id: 'Kas', en: 'Cash' } },
  bank: { class: 'asset', name: { id: 'Bank', en: 'Bank' } },
  loans: { class: 'asset', name: { id: 'Piutang pinjaman', en: 'Loans' } },
  'loan-allowance': {
    class: 'asset',
    name: { id: 'Penyisihan piutang', en: 'Allowance for loans' },
  },
  'other-receivables': {
    class: 'asset',
    name: { id: 'Piutang dan uang muka lain', en: 'Other receivables and advances' },
  },
  investments: { class: 'asset', name: { id: 'Penyertaan', en: 'Investments' } },
  fixed: { class: 'asset', name: { id: 'Aset tetap', en: 'Fixed assets' } },
  'accumulated-depreciation': {
    class: 'asset',
    name: { id: 'Akumulasi penyusutan', en: 'Accumulated depreciation' },
  },
  'other-assets': { class: 'asset', name: { id: 'Aset lain', en: 'Other assets' } },
  savings: { class: 'liability', name: { id: 'Simpanan', en: 'Savings' } },
  payables: { class: 'liability', name: { id: 'Utang', en: 'Payables' } },
  funds: { class: 'liability', name: { id: 'Dana pembagian SHU', en: 'Funds set aside from SHU' } },
  borrowings: { class: 'liability', name: { id: 'Pinjaman diterima', en: 'Borrowings' } },
  'other-liabilities': {
    class: 'liability',
    name: { id: 'Kewajiban lain', en: 'Other liabilities' },
  },
  capital: { class: 'equity', name: { id: 'Modal', en: 'Capital' } },
  grants: { class: 'equity', name: { id: 'Hibah', en: 'Grants' } },
  reserves: { class: 'equity', name: { id: 'Cadangan', en: 'Reserves' } },
  surplus: {
    class: 'equity',
    name: { id: 'Hasil usaha belum dibagi', en: 'Undistributed surplus' },
  },
  'loan-income': { class: 'income', name: { id: 'Jasa pinjaman', en: 'Loan income' } },
  'fee-income': {
    class: 'income',
    name: { id: 'Administrasi dan denda', en: 'Fees and penalties' },
  },
  'other-income': { class: 'income', name: { id: 'Pendapatan lain', en: 'Other income' } },
  'savings-cost': { class: 'expense', name: { id: 'Jasa simpanan', en: 'Cost of savings' } },
  staff: { class: 'expense', name: { id: 'Beban pegawai', en: 'Staff' } },
  operations: { class: 'expense', name: { id: 'Beban operasional', en: 'Operations' } },
  'loan-loss': {
    class: 'expense',
    name: { id: 'Penyisihan dan penghapusan piutang', en: 'Loan losses' },
  },
  depreciation: { class: 'expense', name: { id: 'Penyusutan', en: 'Depreciation' } },
  tax: { class: 'expense', name: { id: 'Pajak', en: 'Tax' } },
  'other-expense': { class: 'expense', name: { id: 'Beban lain', en: 'Other expenses' } },
  memo: {
    class: 'memorandum',
    name: { id: 'Catatan di luar neraca', en: 'Off-balance memoranda' },
  },
} as const satisfies Record<string, StatementLine>;

export type StatementLineName = keyof typeof statementLines;

/** Where a line stands in its statement. */
export function lineOrder(line: string): number {
  const at = Object.keys(statementLines).indexOf(line);
  return at < 0 ? Object.keys(statementLines).length : at;
}

/** The name of a line; one that was stored and is not known any more is shown as it is. */
export function lineName(line: string): Words {
  return Object.hasOwn(statementLines, line)
    ? statementLines[line as StatementLineName].name
    : { id: line, en: line };
}

export const classNames: Readonly<Record<AccountClass, Words>> = {
  asset: { id: 'Aset', en: 'Assets' },
  liability: { id: 'Kewajiban', en: 'Liabilities' },
  equity: { id: 'Ekuitas', en: 'Equity' },
  income: { id: 'Pendapatan', en: 'Income' },
  expense: { id: 'Beban', en: 'Expenses' },
  memorandum: { id: 'Memorandum', en: 'Memorandum' },
};
