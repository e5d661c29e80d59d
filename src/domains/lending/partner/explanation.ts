import type { Words } from '#kernel/words.ts';

/** Why a line of a partner's books is not what our engine computes from the same terms. */
export const explanations = {
  'date-shift': {
    id: 'Tanggal jatuh tempo bergeser; jumlahnya cocok dengan tanggal itu',
    en: 'The due date moved; the amounts fit that date',
  },
  'instalment-rounding': {
    id: 'Angsuran dibulatkan ke kelipatan lain',
    en: 'The instalment is rounded to another multiple',
  },
  'day-count': {
    id: 'Bunga dihitung dengan hitungan hari lain',
    en: 'Interest is counted with another day count',
  },
  annuity: { id: 'Rumus anuitas lain', en: 'Another annuity formula' },
  method: { id: 'Cara bunga atau pokok lain', en: 'Another interest or principal method' },
  'rounded-up': { id: 'Bunga dibulatkan ke atas', en: 'Interest is rounded up' },
  'rounded-down': { id: 'Bunga dibulatkan ke bawah', en: 'Interest is cut off, not rounded' },
  carried: {
    id: 'Terbawa dari selisih angsuran sebelumnya',
    en: 'Carried over from the difference of an earlier instalment',
  },
  'missing-line': {
    id: 'Baris ini tidak ada di berkas lembaga',
    en: 'The partner’s file lacks this line',
  },
  'extra-line': {
    id: 'Baris ini tidak ada menurut ketentuan pinjaman',
    en: 'The loan’s terms have no such line',
  },
  'allocation-order': {
    id: 'Pokok didahulukan sebelum bunga',
    en: 'Principal was taken before interest',
  },
  'paid-ahead': {
    id: 'Dibayar di muka langsung mengurangi pokok',
    en: 'Paid ahead straight off the principal',
  },
  'interest-first': {
    id: 'Semua bunga yang sudah jatuh tempo didahulukan',
    en: 'All interest due so far was taken first',
  },
  'instalment-order': {
    id: 'Dibagi per angsuran, yang belum jatuh tempo juga',
    en: 'Spread instalment by instalment, also over those not yet due',
  },
  'more-than-owed': { id: 'Melebihi sisa utang', en: 'More than was still owed' },
  'not-yet-sent': {
    id: 'Pembayaran yang sudah dihitung lembaga belum ada di berkas pembayaran',
    en: 'The partner counts a repayment that no file has brought yet',
  },
  'not-yet-counted': {
    id: 'Lembaga belum menghitung pembayaran terakhir',
    en: 'The partner has not counted the latest repayment',
  },
  'days-counted': {
    id: 'Hari tunggakan dihitung berbeda',
    en: 'Days late are counted differently',
  },
  'no-table': {
    id: 'Tabel kolektibilitas lembaga ini tidak kami ketahui',
    en: 'We do not know this lender’s grade table',
  },
  'no-schedule': {
    id: 'Jadwal lembaga belum diterima',
    en: 'The partner’s schedule has not come',
  },
  unexplained: {
    id: 'Belum ada penjelasan; tanyakan ke lembaga',
    en: 'Not explained; ask the partner',
  },
} as const satisfies Record<string, Words>;

export type Explanation = keyof typeof explanations;

export const reconciledParts = {
  schedule: { id: 'Jadwal', en: 'Schedule' },
  repayment: { id: 'Pembayaran', en: 'Repayment' },
  balance: { id: 'Baki debet', en: 'Outstanding' },
  grade: { id: 'Kolektibilitas', en: 'Grade' },
} as const satisfies Record<string, Words>;

export type ReconciledPart = keyof typeof reconciledParts;

export const reconciledStates = {
  matched: { id: 'cocok', en: 'matched' },
  differs: { id: 'berbeda', en: 'differs' },
  unknown: { id: 'tidak diketahui', en: 'unknown' },
} as const satisfies Record<string, Words>;

export type ReconciledState = keyof typeof reconciledStates;

/** One line of a partner's books beside ours. Amounts as digits of the loan's smallest unit, for storing and showing. */
export interface ReconciledItem {
  readonly part: ReconciledPart;
  /** The instalment's number, the transaction's reference, or the part itself. */
  readonly item: string;
  readonly onDay: string | null;
  readonly state: ReconciledState;
  readonly explanation: Explanation | null;
  readonly theirs: Readonly<Record<string, string>>;
  readonly ours: Readonly<Record<string, string>>;
  /** Theirs less ours. */
  readonly difference: bigint;
}
