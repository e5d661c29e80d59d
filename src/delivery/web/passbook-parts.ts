import type { PassbookRows } from '#domains/mentoring/server/index.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah, groupDigits } from '#kernel/money.ts';
import { say } from '#kernel/words.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { PassbookPart } from '#platform/documents/passbook.ts';
import { memberWords } from './routes/(member)/saya/[token]/words.ts';

export const paperWords = {
  title: { id: 'Buku anggota', en: 'Member’s passbook' },
  group: { id: 'Kelompok', en: 'Group' },
  card: { id: 'No. kartu', en: 'Card no.' },
  verify: { id: 'Periksa kartu', en: 'Check the card' },
  loan: (number: string): Words => ({ id: `Pinjaman ${number}`, en: `Loan ${number}` }),
  given: { id: 'Cair', en: 'Disbursed' },
  amount: { id: 'Jumlah', en: 'Amount' },
  date: { id: 'Tanggal', en: 'Date' },
  paidBy: { id: 'Dibayar oleh', en: 'Paid by' },
  herself: { id: 'sendiri', en: 'herself' },
  principal: { id: 'Pokok', en: 'Principal' },
  charge: { id: 'Jasa', en: 'Charge' },
  left: { id: 'Sisa pokok', en: 'Principal left' },
  chargesDue: { id: 'Biaya, denda jatuh tempo', en: 'Charges due' },
  chargesToCome: { id: 'Biaya berikutnya', en: 'Charges to come' },
  noRepayment: { id: 'Belum ada angsuran.', en: 'No repayment yet.' },
  savings: { id: 'Tabungan', en: 'Savings' },
  kind: { id: 'Jenis', en: 'Kind' },
  in: { id: 'Masuk', en: 'In' },
  out: { id: 'Keluar', en: 'Out' },
  balance: { id: 'Saldo', en: 'Balance' },
  noSavings: { id: 'Belum ada tabungan.', en: 'No savings yet.' },
  total: { id: 'Jumlah', en: 'Total' },
} as const;

/** The printed sheets of a passbook: one block a loan, then the savings, each row with what is left after it. */
export function partsOf(rows: PassbookRows, lang: Lang): PassbookPart[] {
  return [...rows.loans.map((loan) => loanPart(loan, lang)), savingsPart(rows, lang)];
}

function loanPart(loan: PassbookRows['loans'][number], lang: Lang): PassbookPart {
  const t = (words: Words) => say(words, lang);
  const w = paperWords;
  let left = loan.principalRupiah;
  const lines = loan.repayments.map((line) => {
    left -= line.principal;
    const payer = line.covered ? line.payerName : t(w.herself);
    return [
      formatDate(line.on, lang),
      payer,
      digits(line.principal, lang),
      digits(line.interest, lang),
      digits(left, lang),
    ];
  });
  const owed = (label: Words, amount: bigint): [string, string][] =>
    amount > 0n ? [[t(label), formatRupiah(amount, lang)]] : [];
  const sum = (pick: 'principal' | 'interest') =>
    loan.repayments.reduce((total, line) => total + line[pick], 0n);
  return {
    title: t(w.loan(loan.number)),
    facts: [
      [t(w.amount), formatRupiah(loan.principalRupiah, lang)],
      [t(w.given), formatDate(loan.disbursedOn, lang)],
      ...owed(w.chargesDue, loan.chargesDueRupiah),
      ...owed(w.chargesToCome, loan.chargesToComeRupiah),
    ],
    columns: [
      { title: t(w.date), share: 17 },
      { title: t(w.paidBy), share: 25 },
      { title: t(w.principal), share: 15, align: 'right' },
      { title: t(w.charge), share: 13, align: 'right' },
      { title: t(w.left), share: 18, align: 'right' },
    ],
    rows:
      lines.length === 0
        ? []
        : [
            ...lines,
            [
              '',
              t(w.total),
              digits(sum('principal'), lang),
              digits(sum('interest'), lang),
              digits(left, lang),
            ],
          ],
    totalled: true,
    empty: t(w.noRepayment),
  };
}

function savingsPart(rows: PassbookRows, lang: Lang): PassbookPart {
  const t = (words: Words) => say(words, lang);
  const w = paperWords;
  let balance = 0n;
  const lines = rows.savings.map((line) => {
    balance += line.amountRupiah;
    const into = line.amountRupiah > 0n;
    const amount = digits(into ? line.amountRupiah : -line.amountRupiah, lang);
    const kind = memberWords.savingsKinds[line.kind];
    return [
      formatDate(line.on, lang),
      kind ? t(kind) : line.kind,
      into ? amount : '',
      into ? '' : amount,
      digits(balance, lang),
    ];
  });
  return {
    title: t(w.savings),
    facts: [[t(w.balance), formatRupiah(balance, lang)]],
    columns: [
      { title: t(w.date), share: 17 },
      { title: t(w.kind), share: 25 },
      { title: t(w.in), share: 15, align: 'right' },
      { title: t(w.out), share: 13, align: 'right' },
      { title: t(w.balance), share: 18, align: 'right' },
    ],
    rows: lines,
    totalled: false,
    empty: t(w.noSavings),
  };
}

function digits(amount: bigint, lang: Lang): string {
  return groupDigits(amount, lang);
}
