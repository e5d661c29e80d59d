import type { LoanDetail, RepaymentLine } from '#domains/lending/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';

export const loanPageWords = {
  figures: { id: 'Keadaan hari ini', en: 'How it stands today' },
  outstanding: { id: 'Sisa pokok', en: 'Outstanding principal' },
  overdue: { id: 'Tunggakan', en: 'Overdue' },
  next: { id: 'Angsuran berikut', en: 'Next instalment' },
  payoff: { id: 'Pelunasan', en: 'Pays it off' },
  payoffMeans: {
    id: 'Pokok dan jasa yang masih tersisa menurut jadwal.',
    en: 'Principal and interest still left by the schedule.',
  },
  schedule: { id: 'Jadwal', en: 'Schedule' },
  instalments: { id: 'angsuran lunas', en: 'instalments paid' },
  numberShort: { id: 'Ke', en: 'No.' },
  dueOn: { id: 'Jatuh tempo', en: 'Due' },
  principal: { id: 'Pokok', en: 'Principal' },
  interest: { id: 'Jasa', en: 'Interest' },
  instalment: { id: 'Angsuran', en: 'Instalment' },
  paid: { id: 'Dibayar', en: 'Paid' },
  principalAfter: { id: 'Sisa pokok', en: 'Principal left' },
  happened: { id: 'Yang terjadi', en: 'What happened' },
  earlier: { id: 'Yang lebih lama', en: 'Earlier' },
  openJournal: { id: 'Buka jurnal', en: 'Open the journals' },
  wholeSchedule: { id: 'Seluruh jadwal', en: 'The whole schedule' },
  nothingYet: { id: 'Belum ada angsuran masuk.', en: 'No repayment yet.' },
  ownSeries: { id: 'Catatan anggota sendiri', en: 'The member’s own record' },
  ownSeriesText: {
    id: 'Lembaga melihat angsuran yang ditanggung sebagai terbayar. Catatan ini memperlihatkan apa yang dibayar anggota sendiri di tiap pertemuan.',
    en: 'The lender sees covered instalments as paid. This record shows what she paid herself at each meeting.',
  },
  noMarks: { id: 'Belum ada pertemuan sejak pencairan.', en: 'No meeting since the disbursement.' },
  meeting: { id: 'Pertemuan', en: 'Meeting' },
  due: { id: 'Tagihan', en: 'Due' },
  herself: { id: 'Bayar sendiri', en: 'Paid herself' },
  covered: { id: 'Ditanggung', en: 'Covered' },
  missed: { id: 'kurang', en: 'missed' },
  claims: { id: 'Utang piutang antaranggota', en: 'Claims between members' },
  journal: { id: 'Jurnal', en: 'Journals' },
  date: { id: 'Tanggal', en: 'Date' },
  account: { id: 'Akun', en: 'Account' },
  debit: { id: 'Debit', en: 'Debit' },
  credit: { id: 'Kredit', en: 'Credit' },
  facts: { id: 'Tentang pinjaman', en: 'About the loan' },
  product: { id: 'Produk', en: 'Product' },
  document: { id: 'Dokumen asal', en: 'Source document' },
  application: { id: 'Pengajuan', en: 'Application' },
  disbursedOn: { id: 'Cair', en: 'Disbursed' },
  closedOn: { id: 'Lunas', en: 'Paid off' },
  grade: { id: 'Kolektibilitas', en: 'Loan quality' },
  leaf: { id: 'Akun buku', en: 'Account' },
  balance: { id: 'Saldo buku', en: 'Book balance' },
  repay: { id: 'Terima angsuran di kantor', en: 'Take a repayment at the office' },
  amount: { id: 'Jumlah', en: 'Amount' },
  on: { id: 'Tanggal uang diterima', en: 'Day the money was received' },
  record: { id: 'Catat angsuran', en: 'Record the repayment' },
  repaid: { id: 'Angsuran tercatat dan dibukukan.', en: 'The repayment was recorded and posted.' },
} satisfies Record<string, Words>;

/** The conclusion before the numbers. */
export function standingSentence(loan: LoanDetail, lang: Lang): string {
  const { standing } = loan;
  if (loan.state !== 'active' || standing.nextDueOn === null) {
    const on = loan.closedOn ? formatDate(loan.closedOn, lang) : '';
    return lang === 'id' ? `Lunas pada ${on}.` : `Paid off on ${on}.`;
  }
  const left = formatRupiah(loan.principalRupiah - loan.paid.principal, lang);
  if (standing.overdueDays > 0) {
    const overdue = formatRupiah(standing.overdueRupiah, lang);
    return lang === 'id'
      ? `Terlambat ${standing.overdueDays} hari: ${overdue} belum dibayar; sisa pokok ${left}.`
      : `${standing.overdueDays} days late: ${overdue} not paid; ${left} of principal left.`;
  }
  const next = `${formatRupiah(standing.nextDueRupiah, lang)}, ${formatDate(standing.nextDueOn, lang)}`;
  return lang === 'id'
    ? `Tidak menunggak. Angsuran berikut ${next}; sisa pokok ${left}.`
    : `Nothing overdue. Next instalment ${next}; ${left} of principal left.`;
}

const sources: Record<RepaymentLine['source'], Words> = {
  meeting: { id: 'di pertemuan', en: 'at the meeting' },
  office: { id: 'di kantor', en: 'at the office' },
  transfer: { id: 'lewat transfer', en: 'by transfer' },
};

/** One repayment in a sentence. */
export function repaymentSentence(line: RepaymentLine, lang: Lang): string {
  const amount = formatRupiah(line.principal + line.interest, lang);
  const parts =
    lang === 'id'
      ? `pokok ${formatRupiah(line.principal, lang)}, jasa ${formatRupiah(line.interest, lang)}`
      : `principal ${formatRupiah(line.principal, lang)}, interest ${formatRupiah(line.interest, lang)}`;
  const where = sources[line.source][lang];
  if (lang === 'id')
    return `${line.payerName} ${line.covered ? 'menanggung' : 'membayar'} ${amount} ${where} (${parts}).`;
  return `${line.payerName} ${line.covered ? 'covered' : 'paid'} ${amount} ${where} (${parts}).`;
}
