/** Account classes; debit is positive, so income and liabilities normally stand below zero. */
export type AccountClass = 'asset' | 'liability' | 'equity' | 'income' | 'expense' | 'memorandum';

/** What a leaf account belongs to. */
export type LeafOwner = 'loan' | 'savings' | 'bag' | 'bank' | 'claim' | 'debt';

/**
 * The control accounts of a cooperative's or revolving fund's books (names as they stand in exports).
 * Leaves hang under them: one loan, one member's savings, one mentor's bag.
 */
export const controls = {
  bag: { control: 'Aset:Kas:Tas Petugas', class: 'asset' },
  till: { control: 'Aset:Kas:Brankas', class: 'asset' },
  bank: { control: 'Aset:Bank', class: 'asset' },
  loan: { control: 'Aset:Piutang Pinjaman', class: 'asset' },
  compulsorySavings: { control: 'Kewajiban:Simpanan Wajib Pinjaman', class: 'liability' },
  voluntarySavings: { control: 'Kewajiban:Simpanan Sukarela', class: 'liability' },
  capital: { control: 'Ekuitas:Modal', class: 'equity' },
  interestIncome: { control: 'Pendapatan:Jasa Pinjaman', class: 'income' },
  memberClaim: { control: 'Memo:Tanggung Renteng:Piutang Anggota', class: 'memorandum' },
  memberDebt: { control: 'Memo:Tanggung Renteng:Utang Anggota', class: 'memorandum' },
} as const satisfies Record<string, { control: string; class: AccountClass }>;

export type ControlName = keyof typeof controls;

/** How an account is named in exports and reports: control, then leaf. */
export function accountName(account: { control: string; leaf: string | null }): string {
  return account.leaf === null ? account.control : `${account.control}:${account.leaf}`;
}
