import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { formatRupiah, groupDigits } from '#kernel/money.ts';
import { portraitA4 } from '#platform/documents/paper.ts';
import { renderDocument } from '#platform/documents/sheet.ts';
import type { Sheet } from '#platform/documents/sheet.ts';
import { drawTable } from '#platform/documents/table.ts';
import { nameOfEntry } from '../../life/entry-words.ts';
import { partNames, replayLife } from '../../life/loan-life.ts';
import type { LoanInHand } from '../../life/loan-life.ts';
import type { PayoffQuote } from '../../life/plan-repayment.ts';
import type { LifeLine } from '../life-pages.ts';
import type { LoanDetail } from '../loan-pages.ts';

/** What a loan's papers are printed from; in Indonesian, as the borrower reads them. */
export interface LoanPaper {
  readonly loan: LoanDetail;
  readonly life: readonly LifeLine[];
  readonly on: BusinessDate;
  /** The loan's page, as the QR code names it. */
  readonly url: string;
  /** Where every figure's origin is told; a line's number may follow after a slash. */
  readonly origin: string;
}

const plain = (amount: bigint) => (amount === 0n ? '' : groupDigits(amount, 'id'));

/** Rekening koran: everything that happened, oldest first, with the principal left after each and the sums below. */
export function printStatement(paper: LoanPaper): Promise<Uint8Array> {
  const lines = paper.life.toReversed();
  let lent = 0n;
  let paid = 0n;
  const rows = alikeTogether(lines).map(({ line, from, count }) => {
    paid += line.moved.principal;
    if (line.kind === 'disbursement' || line.kind === 'tranche' || line.kind === 'top-up')
      lent += line.amountRupiah;
    if (line.reverses?.kind === 'tranche' || line.reverses?.kind === 'top-up')
      lent -= line.amountRupiah;
    const received = partNames.reduce((sum, part) => sum + line.moved[part], 0n);
    const says = [nameOfEntry(line).id, line.covered ? 'ditanggung' : '', line.reason]
      .filter((part) => part !== '')
      .join(': ');
    return [
      count > 1 ? `${from}–${from + count - 1}` : String(from),
      formatDate(line.on, 'id'),
      count > 1 ? `${says} (${count} × ${groupDigits(line.amountRupiah, 'id')})` : says,
      received === 0n ? plain(line.amountRupiah * BigInt(count)) : '',
      plain(received),
      plain(line.moved.principal),
      plain(line.moved.interest),
      plain(line.moved.fee + line.moved.penalty),
      groupDigits(lent - paid, 'id'),
    ];
  });
  const sumOf = (parts: readonly (typeof partNames)[number][]) =>
    plain(lines.reduce((sum, line) => parts.reduce((at, part) => at + line.moved[part], sum), 0n));
  const sums = [
    ...['', '', 'Jumlah', ''],
    ...[sumOf(partNames), sumOf(['principal']), sumOf(['interest']), sumOf(['fee', 'penalty'])],
    groupDigits(lent - paid, 'id'),
  ];
  return print({ ...paper, url: paper.origin }, 'Rekening Koran Pinjaman', (sheet) => {
    drawTable(sheet, {
      columns: [
        { title: 'No.', share: 6, align: 'right' },
        { title: 'Tanggal', share: 12 },
        { title: 'Kejadian', share: 22 },
        { title: 'Jumlah', share: 13, align: 'right' },
        { title: 'Diterima', share: 12, align: 'right' },
        { title: 'Pokok', share: 12, align: 'right' },
        { title: 'Jasa', share: 11, align: 'right' },
        { title: 'Biaya, denda', share: 10, align: 'right' },
        { title: 'Sisa pokok', share: 14, align: 'right' },
      ],
      rows: [...rows, sums],
      style: { size: 8, face: 'sans', lines: 'rows', boldRows: new Set([rows.length]) },
    });
    sheet.space(10);
    sheet.paragraph(
      `Dari mana setiap angka berasal: pindai kode di atas, atau buka ${paper.origin}/ diikuti nomor barisnya, misalnya ${paper.origin}/${lines.length}.`,
      { face: 'sans', size: 8.5 },
    );
  });
}

/** Charges spread over the instalments are entered by the dozen on one day: one printed line, with their numbers. */
function alikeTogether(
  lines: readonly LifeLine[],
): { line: LifeLine; from: number; count: number }[] {
  const groups: { line: LifeLine; from: number; count: number }[] = [];
  lines.forEach((line, index) => {
    const last = groups.at(-1);
    if (last && isAlike(last.line, line)) last.count += 1;
    else groups.push({ line, from: index + 1, count: 1 });
  });
  return groups;
}

function isAlike(a: LifeLine, b: LifeLine): boolean {
  const moved = (line: LifeLine) => partNames.some((part) => line.moved[part] !== 0n);
  return (
    (a.kind === 'fee' || a.kind === 'penalty') &&
    a.kind === b.kind &&
    a.on === b.on &&
    a.reason === b.reason &&
    a.amountRupiah === b.amountRupiah &&
    !moved(a) &&
    !moved(b)
  );
}

/** Kartu angsuran: the schedule in force with its charges, what is paid of it, and a place to sign. */
export function printCard(paper: LoanPaper, hand: LoanInHand): Promise<Uint8Array> {
  const { rows } = replayLife(hand, lastDay(hand, paper.on));
  const charged = rows.some((row) => row.fee + row.penalty > 0n);
  const withCharges = <T>(cell: T): T[] => (charged ? [cell] : []);
  const lines = rows.map((row) => [
    String(row.n),
    formatDate(row.dueOn, 'id'),
    groupDigits(row.principal, 'id'),
    groupDigits(row.interest, 'id'),
    ...withCharges(plain(row.fee + row.penalty)),
    groupDigits(row.principal + row.interest + row.fee + row.penalty, 'id'),
    groupDigits(row.principalAfter, 'id'),
    row.outstanding === 0n ? 'lunas' : '',
    '',
  ]);
  return print(paper, 'Kartu Angsuran', (sheet) => {
    drawTable(sheet, {
      columns: [
        { title: 'Ke', share: 6, align: 'right' },
        { title: 'Jatuh tempo', share: 16 },
        { title: 'Pokok', share: 13, align: 'right' },
        { title: 'Jasa', share: 12, align: 'right' },
        ...withCharges({ title: 'Biaya, denda', share: 12, align: 'right' as const }),
        { title: 'Angsuran', share: 14, align: 'right' },
        { title: 'Sisa pokok', share: 15, align: 'right' },
        { title: 'Tercatat', share: 11 },
        { title: 'Paraf', share: 13 },
      ],
      rows: lines,
      style: { size: 8.5, face: 'sans', lines: 'grid' },
    });
  });
}

/** What was entered for a later day than the paper's still belongs to the loan. */
function lastDay(hand: LoanInHand, on: BusinessDate): BusinessDate {
  return hand.entries.reduce((day, entry) => (entry.on > day ? entry.on : day), on);
}

/** Penawaran pelunasan: what pays the loan off on the day, by each rule for interest that is not due yet. */
export function printPayoffQuotes(
  paper: LoanPaper,
  quotes: readonly PayoffQuote[],
): Promise<Uint8Array> {
  const rules: Readonly<Record<PayoffQuote['interest'], string>> = {
    'whole-plan': 'Seluruh jasa menurut jadwal',
    'running-period': 'Jasa sampai periode berjalan (dengan persetujuan)',
    'due-only': 'Hanya jasa yang jatuh tempo (dengan persetujuan)',
  };
  return print(paper, 'Penawaran Pelunasan', (sheet) => {
    drawTable(sheet, {
      columns: [
        { title: 'Cara menghitung jasa', share: 34 },
        { title: 'Pokok', share: 16, align: 'right' },
        { title: 'Jasa', share: 16, align: 'right' },
        { title: 'Biaya, denda', share: 14, align: 'right' },
        { title: 'Pelunasan', share: 20, align: 'right' },
      ],
      rows: quotes.map((quote) => [
        rules[quote.interest],
        groupDigits(quote.principalRupiah, 'id'),
        groupDigits(quote.interestRupiah, 'id'),
        groupDigits(quote.chargesRupiah, 'id'),
        groupDigits(quote.totalRupiah, 'id'),
      ]),
      style: { size: 9.5, face: 'sans', lines: 'grid' },
    });
    sheet.space(12);
    sheet.paragraph(
      `Berlaku untuk pembayaran pada ${formatDate(paper.on, 'id')}. Setelah hari itu, atau bila ada angsuran lain yang masuk, penawaran dihitung lagi.`,
      { face: 'sans', size: 9.5 },
    );
  });
}

function print(paper: LoanPaper, title: string, draw: (sheet: Sheet) => void): Promise<Uint8Array> {
  const { loan, on } = paper;
  return renderDocument(
    portraitA4(18),
    {
      title: `${title} ${loan.number}`,
      subject: loan.name,
      author: loan.institutionName,
      createdAt: new Date(`${on}T00:00:00Z`),
      language: 'id',
    },
    (sheet) => {
      drawHead(sheet, paper, title);
      draw(sheet);
      sheet.onEachPage((page, pages) => {
        sheet.textAt(
          `${loan.number} · ${title} per ${formatDate(on, 'id')} · halaman ${page} dari ${pages}`,
          { x: sheet.left, y: sheet.bottom + 6, width: sheet.width },
          { face: 'sans', size: 7.5, align: 'center', color: '#555555' },
        );
      });
    },
  );
}

function drawHead(sheet: Sheet, { loan, on, url }: LoanPaper, title: string): void {
  const side = 64;
  sheet.qr(url, { x: sheet.right - side, y: sheet.y, side });
  const width = sheet.width - side - 12;
  sheet.paragraph(loan.institutionName, { face: 'sans-bold', size: 10, width });
  sheet.paragraph(title, { face: 'serif-bold', size: 17, width });
  sheet.space(4);
  const facts = [
    [`${loan.number} atas nama ${loan.name}`, loan.lendingGroupName ?? ''],
    [
      `Pokok ${formatRupiah(loan.principalRupiah, 'id')}, cair ${formatDate(loan.disbursedOn, 'id')}`,
      `jasa ${loan.annualRatePercent} %, ${loan.productName}`,
    ],
    [
      `Per ${formatDate(on, 'id')}: sisa pokok ${formatRupiah(loan.ledgerBalanceRupiah, 'id')}`,
      `tunggakan ${formatRupiah(loan.standing.overdueRupiah, 'id')}`,
    ],
  ];
  for (const fact of facts)
    sheet.paragraph(fact.filter((part) => part !== '').join(' · '), {
      face: 'sans',
      size: 9,
      width,
    });
  sheet.space(12);
}
