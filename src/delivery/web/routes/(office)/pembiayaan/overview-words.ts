import type { Portfolio } from '#domains/lending/server/index.ts';
import { formatRupiah, sum } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';
import { countWords, shareText } from './words.ts';

export const overviewWords = {
  apply: { id: 'Ajukan pembiayaan', en: 'Apply for loans' },
  running: { id: 'Pinjaman berjalan', en: 'Running loans' },
  outstanding: { id: 'Sisa pokok', en: 'Outstanding principal' },
  overdue: { id: 'Tunggakan', en: 'Overdue' },
  risk: { id: 'Berisiko lebih 30 hari', en: 'At risk over 30 days' },
  risk7: { id: 'lebih 7 hari', en: 'over 7 days' },
  runningMeans: {
    id: 'Pinjaman yang sudah cair dan belum lunas.',
    en: 'Loans handed out and not yet paid off.',
  },
  outstandingMeans: {
    id: 'Pokok pinjaman berjalan yang belum dibayar.',
    en: 'Principal of running loans not yet paid.',
  },
  overdueMeans: {
    id: 'Angsuran yang jatuh tempo sebelum hari ini dan belum dibayar.',
    en: 'Instalments due before today and not paid.',
  },
  riskMeans: {
    id: 'PAR30: seluruh sisa pokok pinjaman yang punya angsuran terlambat lebih dari 30 hari, dibagi seluruh sisa pokok. Angsuran yang ditanggung anggota lain dihitung sudah dibayar.',
    en: 'PAR30: the whole outstanding principal of loans with an instalment more than 30 days late, out of all outstanding principal. Instalments covered by peers count as paid.',
  },
  riskNumerator: {
    id: 'sisa pokok pinjaman yang terlambat lebih dari 30 hari',
    en: 'outstanding principal of loans more than 30 days late',
  },
  riskDenominator: {
    id: 'sisa pokok semua pinjaman berjalan',
    en: 'outstanding principal of all running loans',
  },
  waiting: { id: 'Menunggu keputusan', en: 'Waiting for a decision' },
  all: { id: 'Semua pengajuan', en: 'All applications' },
  nothing: { id: 'Tidak ada pengajuan yang menunggu', en: 'No application is waiting' },
  nothingText: {
    id: 'Kelompok yang sudah dikukuhkan bisa mengajukan dari halaman kelompoknya.',
    en: 'A recognised group can apply from its own page.',
  },
  noBooks: {
    id: 'Belum ada pinjaman yang bukunya dikelola di sini.',
    en: 'No loans are kept in books here yet.',
  },
} satisfies Record<string, Words>;

/** The conclusion before the numbers. */
export function conclusion(portfolios: readonly Portfolio[], lang: Lang): string {
  const loans = portfolios.reduce((total, book) => total + book.activeLoans, 0);
  if (loans === 0) return overviewWords.noBooks[lang];
  const outstanding = sum(portfolios.map((book) => book.outstandingRupiah));
  const risk = shareText(sum(portfolios.map((book) => book.atRisk30Rupiah)), outstanding, lang);
  const many = countWords(
    loans,
    { id: 'pinjaman berjalan', en: 'running loan' },
    { id: 'pinjaman berjalan', en: 'running loans' },
  );
  return lang === 'id'
    ? `${many.id}, sisa pokok ${formatRupiah(outstanding, 'id')}; ${risk} berisiko lebih 30 hari.`
    : `${many.en}, ${formatRupiah(outstanding, 'en')} outstanding; ${risk} at risk over 30 days.`;
}
