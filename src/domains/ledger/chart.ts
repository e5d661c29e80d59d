/** Account classes; debit is positive, so income and liabilities normally stand below zero. */
export type AccountClass = 'asset' | 'liability' | 'equity' | 'income' | 'expense' | 'memorandum';

/** What a leaf account belongs to. */
export type LeafOwner = 'loan' | 'savings' | 'bag' | 'bank' | 'claim' | 'debt' | 'lending-group';

/**
 * The control accounts that the programme itself posts to (names as they stand in exports), each with its number and
 * name in the chart and the line of the statements it falls in. Leaves hang under them: one loan, one member's
 * savings, one mentor's bag.
 */
export const controls = {
  till: {
    control: 'Aset:Kas:Brankas',
    class: 'asset',
    number: '1101',
    name: 'Kas di brankas',
    line: 'cash',
  },
  bag: {
    control: 'Aset:Kas:Tas Petugas',
    class: 'asset',
    number: '1102',
    name: 'Kas di tas petugas',
    line: 'cash',
  },
  transit: {
    control: 'Aset:Kas:Dalam Perjalanan',
    class: 'asset',
    number: '1103',
    name: 'Setoran dalam perjalanan',
    line: 'cash',
  },
  bank: { control: 'Aset:Bank', class: 'asset', number: '1110', name: 'Bank', line: 'bank' },
  loan: {
    control: 'Aset:Piutang Pinjaman',
    class: 'asset',
    number: '1201',
    name: 'Piutang pinjaman',
    line: 'loans',
  },
  compulsorySavings: {
    control: 'Kewajiban:Simpanan Wajib Pinjaman',
    class: 'liability',
    number: '2101',
    name: 'Simpanan wajib pinjaman',
    line: 'savings',
  },
  voluntarySavings: {
    control: 'Kewajiban:Simpanan Sukarela',
    class: 'liability',
    number: '2102',
    name: 'Simpanan sukarela',
    line: 'savings',
  },
  capital: {
    control: 'Ekuitas:Modal',
    class: 'equity',
    number: '3101',
    name: 'Modal',
    line: 'capital',
  },
  surplus: {
    control: 'Ekuitas:Hasil Usaha Belum Dibagi',
    class: 'equity',
    number: '3401',
    name: 'Hasil usaha belum dibagi',
    line: 'surplus',
  },
  interestIncome: {
    control: 'Pendapatan:Jasa Pinjaman',
    class: 'income',
    number: '4101',
    name: 'Jasa pinjaman',
    line: 'loan-income',
  },
  penaltyIncome: {
    control: 'Pendapatan:Denda',
    class: 'income',
    number: '4103',
    name: 'Denda',
    line: 'fee-income',
  },
  feeIncome: {
    control: 'Pendapatan:Biaya Pinjaman',
    class: 'income',
    number: '4104',
    name: 'Biaya pinjaman',
    line: 'fee-income',
  },
  recoveryIncome: {
    control: 'Pendapatan:Pemulihan Hapus Buku',
    class: 'income',
    number: '4105',
    name: 'Pemulihan pinjaman hapus buku',
    line: 'other-income',
  },
  writeOffExpense: {
    control: 'Beban:Penghapusan Pinjaman',
    class: 'expense',
    number: '5402',
    name: 'Penghapusan pinjaman',
    line: 'loan-loss',
  },
  overpayment: {
    control: 'Kewajiban:Kelebihan Angsuran',
    class: 'liability',
    number: '2203',
    name: 'Kelebihan angsuran',
    line: 'payables',
  },
  insurancePremium: {
    control: 'Kewajiban:Titipan Premi Asuransi',
    class: 'liability',
    number: '2204',
    name: 'Titipan premi asuransi',
    line: 'payables',
  },
  writtenOff: {
    control: 'Memo:Hapus Buku:Pinjaman',
    class: 'memorandum',
    number: '9201',
    name: 'Pinjaman hapus buku yang masih ditagih',
    line: 'memo',
  },
  writtenOffContra: {
    control: 'Memo:Hapus Buku:Lawan',
    class: 'memorandum',
    number: '9202',
    name: 'Lawan pinjaman hapus buku',
    line: 'memo',
  },
  memberClaim: {
    control: 'Memo:Tanggung Renteng:Piutang Anggota',
    class: 'memorandum',
    number: '9101',
    name: 'Piutang antaranggota',
    line: 'memo',
  },
  memberDebt: {
    control: 'Memo:Tanggung Renteng:Utang Anggota',
    class: 'memorandum',
    number: '9102',
    name: 'Utang antaranggota',
    line: 'memo',
  },
} as const satisfies Record<string, Control>;

/** A control account as code knows it. */
export interface Control {
  readonly control: string;
  readonly class: AccountClass;
  readonly number: string;
  readonly name: string;
  readonly line: string;
}

export type ControlName = keyof typeof controls;

/** How an account is named in exports and reports: control, then leaf. */
export function accountName(account: { control: string; leaf: string | null }): string {
  return account.leaf === null ? account.control : `${account.control}:${account.leaf}`;
}

/** The first part of an account's path, by class, as it stands in exports. */
export const classPaths: Readonly<Record<AccountClass, string>> = {
  asset: 'Aset',
  liability: 'Kewajiban',
  equity: 'Ekuitas',
  income: 'Pendapatan',
  expense: 'Beban',
  memorandum: 'Memo',
};

/**
 * The path of an account that an officer names, e.g. `Beban:Sewa Kantor`: signs that exports cannot carry become
 * spaces, and each word begins with a capital.
 */
export function controlPath(account: { class: AccountClass; name: string }): string {
  const words = account.name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 -]+/g, ' ')
    .replace(/(^|\s)-+/g, ' ')
    .trim()
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${classPaths[account.class]}:${words.join(' ')}`;
}
