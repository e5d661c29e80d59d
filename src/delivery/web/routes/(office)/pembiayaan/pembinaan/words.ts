import type { PromiseStanding } from '#domains/lending/counselling/promise.ts';
import type { CounsellingRow } from '#domains/lending/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { Tone } from '#delivery/ui/tag.svelte';

export const counsellingWords = {
  search: { id: 'Cari nama, kelompok, nomor…', en: 'Search name, group, number…' },
  needsLook: { id: 'Perlu dilihat hari ini', en: 'To look at today' },
  none: { id: 'belum dibina', en: 'nobody helps yet' },
  open: { id: 'berjalan', en: 'open' },
  closed: { id: 'selesai', en: 'closed' },
  empty: { id: 'Tidak ada yang perlu dilihat', en: 'Nothing to look at' },
  emptyText: {
    id: 'Daftar ini terisi sendiri dari penutupan hari: yang terlambat 8 hari atau lebih, atau kolektibilitasnya 3 ke atas.',
    en: 'This list fills itself from the close of the day: whoever is 8 days late or more, or graded 3 or worse.',
  },
  grade: { id: 'Kolektibilitas', en: 'Loan quality' },
  days: { id: 'Hari', en: 'Days' },
  overdue: { id: 'Tunggakan', en: 'Overdue' },
  lookOn: { id: 'Dilihat lagi', en: 'Look again' },
  now: { id: 'hari ini', en: 'today' },
  owedTo: { id: 'Kepada', en: 'Owed to' },

  openTitle: { id: 'Buka pembinaan tunggakan', en: 'Open counselling of arrears' },
  openSub: {
    id: 'Satu orang mengambil tunggakan ini: bicara, sepakati cara, lalu lihat apakah ditepati.',
    en: 'Somebody takes on these arrears: talk, agree on a way, then see whether it is kept.',
  },
  there: { id: 'Pembinaannya', en: 'Her cases' },
  here: { id: 'Tunggakan pada pinjaman di sini', en: 'Arrears on loans kept here' },
  pick: { id: 'Untuk siapa', en: 'For whom' },
  hereNone: {
    id: 'Tidak ada tunggakan yang belum dibina pada pinjaman di sini.',
    en: 'No arrears without a case on loans kept here.',
  },
  elsewhere: { id: 'Tunggakan di lembaga lain', en: 'Arrears at another lender' },
  elsewhereText: {
    id: 'Yang bukunya tidak dikelola di sini. Jumlahnya menurut cerita atau surat yang ia perlihatkan.',
    en: 'At a lender who keeps no books here. The amount as she says or shows by a letter.',
  },
  creditor: { id: 'Nama lembaga atau orang', en: 'Name of the lender or person' },
  amount: { id: 'Jumlah tunggakan', en: 'Amount overdue' },
  reason: { id: 'Mengapa dibina', en: 'Why' },
  note: { id: 'Catatan', en: 'Note' },
  nextOn: { id: 'Dilihat lagi pada', en: 'Look at it again on' },
  nextHint: { id: 'Kosong: minggu depan', en: 'Empty: in a week' },
  openIt: { id: 'Buka pembinaan', en: 'Open the case' },
  opened: { id: 'Pembinaan dibuka.', en: 'The case was opened.' },

  atOpening: { id: 'Saat dibuka', en: 'When opened' },
  nowOverdue: { id: 'Tunggakan sekarang', en: 'Overdue now' },
  paidSince: { id: 'Dibayarnya sendiri sejak itu', en: 'Paid herself since' },
  paidMeans: {
    id: 'Setoran peminjam sendiri; yang ditanggung teman dan yang dibatalkan tidak dihitung.',
    en: 'Payments of the borrower herself; covers by peers and reversed payments do not count.',
  },
  steps: { id: 'Yang sudah dilakukan', en: 'What was done' },
  noSteps: { id: 'Belum ada langkah. Mulai dengan bicara.', en: 'No step yet. Begin with a talk.' },
  addStep: { id: 'Catat langkah', en: 'Record a step' },
  kind: { id: 'Langkah', en: 'Step' },
  on: { id: 'Tanggal', en: 'Date' },
  stepNote: { id: 'Apa yang dibicarakan', en: 'What was said' },
  promiseFold: {
    id: 'Untuk janji bayar atau bukti bayar',
    en: 'For a promise or a proof of payment',
  },
  promised: { id: 'Jumlah', en: 'Amount' },
  promisedOn: { id: 'Dibayar paling lambat', en: 'Paid at the latest on' },
  promiseHint: { id: 'Hanya untuk janji bayar', en: 'Only for a promise' },
  record: { id: 'Catat', en: 'Record' },
  recorded: { id: 'Langkah tercatat.', en: 'The step was recorded.' },
  close: { id: 'Selesaikan', en: 'Close the case' },
  result: { id: 'Hasil', en: 'Result' },
  resultHint: {
    id: 'Hasil dicocokkan dengan pinjaman dan langkahnya.',
    en: 'The result is checked against the loan and the steps.',
  },
  closedDone: { id: 'Pembinaan selesai.', en: 'The case was closed.' },
  ways: { id: 'Jalan keluar', en: 'Ways out' },
  takePayment: { id: 'Terima setoran', en: 'Take a payment' },
  whatIf: { id: 'Andai angsuran diringankan', en: 'What if the instalment were lower' },
  restructure: { id: 'Susun ulang jadwal', en: 'Restructure' },
  facts: { id: 'Tentang pembinaan', en: 'About the case' },
  openedBy: { id: 'Dibuka', en: 'Opened' },
  closedBy: { id: 'Selesai', en: 'Closed' },
  person: { id: 'Orang', en: 'Person' },
  phone: { id: 'Telepon', en: 'Telephone' },
  until: { id: 'sampai', en: 'until' },
  paidOf: { id: 'terbayar', en: 'paid' },
} satisfies Record<string, Words>;

export const stateTones: Record<CounsellingRow['state'], Tone> = {
  none: 'bad',
  open: 'watch',
  closed: 'plain',
};

export const promiseTags: Record<PromiseStanding['state'], { words: Words; tone: Tone }> = {
  waiting: { words: { id: 'ditunggu', en: 'waiting' }, tone: 'info' },
  kept: { words: { id: 'ditepati', en: 'kept' }, tone: 'good' },
  partly: { words: { id: 'sebagian', en: 'kept in part' }, tone: 'watch' },
  broken: { words: { id: 'tidak ditepati', en: 'not kept' }, tone: 'bad' },
};

/** The conclusion before the list. */
export function worklistConclusion(
  found: { readonly total: number; readonly untaken: number },
  lang: Lang,
): string {
  if (found.total === 0) {
    return lang === 'id'
      ? 'Tidak ada tunggakan yang perlu dilihat hari ini.'
      : 'No arrears to look at today.';
  }
  return lang === 'id'
    ? `${found.total} perlu dilihat hari ini. Di halaman ini ${found.untaken} belum dibina siapa pun.`
    : `${found.total} to look at today. Nobody has taken on ${found.untaken} of those on this page.`;
}

/** `Rp 150.000, 23 hari` */
export function overdueText(amount: bigint, days: number | null, lang: Lang): string {
  const said = formatRupiah(amount, lang);
  return days === null || days === 0 ? said : `${said}, ${days} ${lang === 'id' ? 'hari' : 'days'}`;
}

export function dayAndName(on: string, name: string, lang: Lang): string {
  return `${formatDate(on, lang)} · ${name}`;
}
