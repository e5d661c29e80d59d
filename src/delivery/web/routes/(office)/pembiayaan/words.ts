import type { ApplicationState } from '#domains/lending/application.ts';
import type { LoanState } from '#domains/lending/server/index.ts';
import { formatRupiah } from '#kernel/money.ts';
import { formatPercent, makeRate } from '#kernel/rate.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { Tone } from '#delivery/ui/tag.svelte';

/** Words that several pages about loans share. */
export const financeWords = {
  title: { id: 'Pembiayaan', en: 'Finance' },
  overview: { id: 'Ringkasan', en: 'Overview' },
  applications: { id: 'Pengajuan', en: 'Applications' },
  loans: { id: 'Pinjaman', en: 'Loans' },
  counselling: { id: 'Pembinaan tunggakan', en: 'Arrears counselling' },
  products: { id: 'Produk', en: 'Products' },
  dayClose: { id: 'Tutup hari', en: 'Day close' },
  grades: { id: 'Kolektibilitas', en: 'Loan quality' },
  prices: { id: 'Daftar harga', en: 'Price list' },
  number: { id: 'Nomor', en: 'Number' },
  group: { id: 'Kelompok', en: 'Group' },
  applicant: { id: 'Pemohon', en: 'Applicant' },
  onePerson: { id: 'perorangan', en: 'one person' },
  kindOfApplicant: { id: 'Sebagai', en: 'As' },
  asGroup: { id: 'kelompok', en: 'group' },
  allApplicants: { id: 'Semua pemohon', en: 'All applicants' },
  lender: { id: 'Lembaga', en: 'Lender' },
  allLenders: { id: 'Semua lembaga', en: 'All lenders' },
  product: { id: 'Produk', en: 'Product' },
  members: { id: 'Anggota', en: 'Members' },
  member: { id: 'Anggota', en: 'Member' },
  amount: { id: 'Jumlah', en: 'Amount' },
  state: { id: 'Status', en: 'State' },
  allStates: { id: 'Semua status', en: 'All states' },
  toLookAt: { id: 'Perlu dilihat', en: 'To look at' },
  submitted: { id: 'Diajukan', en: 'Submitted' },
  none: { id: '—', en: '—' },
} satisfies Record<string, Words>;

export const applicationTones: Record<ApplicationState, Tone> = {
  submitted: 'info',
  recommended: 'info',
  approved: 'watch',
  refused: 'bad',
  disbursed: 'good',
  lapsed: 'plain',
};

export const loanStates: Record<LoanState, Words> = {
  active: { id: 'berjalan', en: 'running' },
  closed: { id: 'lunas', en: 'paid off' },
  'written-off': { id: 'dihapusbukukan', en: 'written off' },
  recovered: { id: 'hapus buku, tertagih', en: 'written off, recovered' },
  forgiven: { id: 'dihapus tagih', en: 'forgiven' },
};

export const loanTones: Record<LoanState, Tone> = {
  active: 'info',
  closed: 'good',
  'written-off': 'bad',
  recovered: 'good',
  forgiven: 'plain',
};

/** A part of a whole as `35,7 %`; a dash when there is no whole. */
export function shareText(part: bigint, whole: bigint, lang: Lang): string {
  return whole === 0n ? '—' : formatPercent(makeRate(part, whole), 1, lang);
}

/** `Rp 1,02 miliar`, `Rp 12,7 juta`: for a figure that is read from afar; the exact amount stands beside it. */
export function shortRupiah(amount: bigint, lang: Lang): string {
  const [unit, names] =
    amount >= 1_000_000_000n
      ? ([1_000_000_000n, { id: 'miliar', en: 'billion' }] as const)
      : ([1_000_000n, { id: 'juta', en: 'million' }] as const);
  if (amount < 10_000_000n) return formatRupiah(amount, lang);
  const digits = unit === 1_000_000_000n ? 2 : 1;
  const text = formatPercent(makeRate(amount, unit * 100n), digits, lang).replace(/\s*%$/u, '');
  return `Rp ${text} ${names[lang]}`;
}

export function countWords(count: number | bigint, one: Words, many: Words): Words {
  const n = BigInt(count);
  return {
    id: `${groupDots(n, 'id')} ${one.id}`,
    en: `${groupDots(n, 'en')} ${n === 1n ? one.en : many.en}`,
  };
}

function groupDots(n: bigint, lang: Lang): string {
  return formatRupiah(n, lang).replace(/^Rp\s*/u, '');
}

export const resultWords: Record<'pass' | 'fail' | 'unknown', { words: Words; tone: Tone }> = {
  pass: { words: { id: 'memenuhi', en: 'passes' }, tone: 'good' },
  fail: { words: { id: 'belum memenuhi', en: 'does not pass' }, tone: 'bad' },
  unknown: { words: { id: 'belum diketahui', en: 'not known' }, tone: 'watch' },
};
