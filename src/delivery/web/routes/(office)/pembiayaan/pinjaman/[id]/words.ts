import { nameOfEntry } from '#domains/lending/life/entry-words.ts';
import { partNames } from '#domains/lending/life/loan-life.ts';
import type { LifeLine, LoanDetail } from '#domains/lending/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { LifePart } from './life-parts.ts';

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
  takenOver: { id: 'Melunasi utang lama', en: 'Paid to an old creditor' },
  endedOn: { id: 'Keluar dari neraca', en: 'Left the balance sheet' },
  grade: { id: 'Kolektibilitas', en: 'Loan quality' },
  leaf: { id: 'Akun buku', en: 'Account' },
  balance: { id: 'Saldo buku', en: 'Book balance' },
  steps: { id: 'Tindakan', en: 'Steps' },
  asOf: { id: 'Keadaan per tanggal', en: 'As it stood on' },
  look: { id: 'Lihat', en: 'Look' },
  asOfNote: { id: 'Jadwal dan pembayaran menurut', en: 'Schedule and payments as of' },
  versions: { id: 'Versi jadwal', en: 'Versions of the schedule' },
  inForce: { id: 'berlaku sejak', en: 'in force since' },
  reverse: { id: 'Batalkan', en: 'Reverse' },
  eachPart: { id: 'Lihat satu per satu', en: 'See one by one' },
  reversed: { id: 'dibatalkan', en: 'reversed' },
  chargesDue: { id: 'jatuh tempo', en: 'due now' },
  keptBack: { id: 'dipotong di muka', en: 'kept back at the start' },
  charges: { id: 'Biaya dan denda', en: 'Fees and penalties' },
  overpaid: { id: 'Kelebihan bayar', en: 'Overpaid' },
  claimed: { id: 'Tagihan di luar neraca', en: 'Claimed off the balance sheet' },
  papers: { id: 'Cetak', en: 'Papers' },
  statement: { id: 'Rekening koran', en: 'Statement' },
  card: { id: 'Kartu angsuran', en: 'Repayment card' },
  quote: { id: 'Penawaran pelunasan', en: 'Payoff quote' },
  origin: { id: 'Dari mana angkanya', en: 'Where the figures come from' },
  whatIf: { id: 'Andai hari atau angsuran diubah', en: 'What if days or instalments changed' },
  jointLiability: { id: 'Tanggung renteng kelompok', en: 'Joint liability of the group' },
} satisfies Record<string, Words>;

/** The conclusion before the numbers. */
export function standingSentence(loan: LoanDetail, nextRupiah: bigint, lang: Lang): string {
  const { standing } = loan;
  if (loan.state === 'written-off' || loan.state === 'recovered' || loan.state === 'forgiven') {
    const on = loan.closedOn ? formatDate(loan.closedOn, lang) : '';
    return lang === 'id'
      ? `Dihapusbukukan pada ${on}: keluar dari neraca, tagihannya dicatat tersendiri.`
      : `Written off on ${on}: off the balance sheet, its claim kept apart.`;
  }
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
  const next = `${formatRupiah(nextRupiah, lang)}, ${formatDate(standing.nextDueOn, lang)}`;
  return lang === 'id'
    ? `Tidak menunggak. Angsuran berikut ${next}; sisa pokok ${left}.`
    : `Nothing overdue. Next instalment ${next}; ${left} of principal left.`;
}

const sources: Record<NonNullable<LifeLine['source']>, Words> = {
  meeting: { id: 'di pertemuan', en: 'at the meeting' },
  office: { id: 'di kantor', en: 'at the office' },
  transfer: { id: 'lewat transfer', en: 'by transfer' },
  'take-over': { id: 'oleh pemberi pinjaman baru', en: 'by the new lender' },
};

/** What money counts as. */
export const partWords = {
  principal: { id: 'pokok', en: 'principal' },
  interest: { id: 'jasa', en: 'interest' },
  fee: { id: 'biaya', en: 'fee' },
  penalty: { id: 'denda', en: 'penalty' },
  overpaid: { id: 'kelebihan', en: 'overpaid' },
} satisfies Record<(typeof partNames)[number], Words>;

/** An entry of a loan's life in a sentence. */
/** The parts of one fee, told together. */
export function spreadSentence(part: LifePart, lang: Lang): string {
  const [{ line }] = part;
  const all = formatRupiah(
    part.reduce((sum, one) => sum + one.line.amountRupiah, 0n),
    lang,
  );
  const name = nameOfEntry(line)[lang];
  return lang === 'id'
    ? `${name} ${all}, ditagih bersama ${part.length} angsuran; ${line.reason}.`
    : `${name} ${all}, asked with ${part.length} instalments; ${line.reason}.`;
}

export function lifeSentence(line: LifeLine, lang: Lang): string {
  const amount = formatRupiah(line.amountRupiah, lang);
  const said = [
    line.kind === 'repayment'
      ? repaymentWords(line, amount)[lang]
      : `${sentenceStart(line)[lang]}${line.amountRupiah > 0n ? ` ${amount}` : ''}`,
    partsText(line.moved, lang),
    line.dueOn ? `${lang === 'id' ? 'jatuh tempo' : 'due'} ${formatDate(line.dueOn, lang)}` : '',
    line.reason,
    line.byName ? byWords(line, line.byName)[lang] : '',
  ];
  return `${said.filter((part) => part !== '').join('; ')}.`;
}

function repaymentWords(line: LifeLine, amount: string): Words {
  const where = line.source ? sources[line.source] : sources.office;
  const payer = line.payerName ?? '';
  return {
    id: `${payer} ${line.covered ? 'menanggung' : 'membayar'} ${amount} ${where.id}`,
    en: `${payer} ${line.covered ? 'covered' : 'paid'} ${amount} ${where.en}`,
  };
}

function sentenceStart(line: LifeLine): Words {
  const name = nameOfEntry(line);
  if (!line.reverses) return name;
  const what = nameOfEntry({ kind: line.reverses.kind, part: null });
  return {
    id: `${name.id} ${what.id.toLowerCase()} ${formatDate(line.reverses.on, 'id')}`,
    en: `${name.en} of the ${what.en.toLowerCase()} of ${formatDate(line.reverses.on, 'en')}`,
  };
}

function byWords(line: LifeLine, name: string): Words {
  return line.approved
    ? { id: `disetujui ${name}`, en: `approved by ${name}` }
    : { id: `oleh ${name}`, en: `by ${name}` };
}

function partsText(moved: LifeLine['moved'], lang: Lang): string {
  return partNames
    .filter((part) => moved[part] !== 0n)
    .map((part) => `${partWords[part][lang]} ${formatRupiah(moved[part], lang)}`)
    .join(', ');
}
