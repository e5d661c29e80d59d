import { formatScaled } from '#kernel/scaled.ts';
import { formatDate } from '#kernel/date.ts';
import { drawLetterhead } from '#platform/documents/letterhead.ts';
import { mm, officePaper } from '#platform/documents/paper.ts';
import { drawFoot, renderDocument, type Sheet } from '#platform/documents/sheet.ts';
import { drawTable } from '#platform/documents/table.ts';
import { claimLetterText } from '../../subsidy/claim-letter.ts';
import type { ClaimLetter } from '../../subsidy/claim-letter.ts';

const body = { size: 11, leading: 1.35 } as const;

/** The letter of a claim on the department's paper, with every loan in its annex. Names and loan numbers, no NIK. */
export function printClaimLetter(letter: ClaimLetter): Promise<Uint8Array> {
  const text = claimLetterText(letter);
  const info = {
    title: `Surat ${letter.number}`,
    subject: text.subject,
    author: letter.office,
    createdAt: new Date(`${letter.sentOn}T00:00:00Z`),
  };
  return renderDocument(officePaper('A4'), info, (sheet) => {
    drawLetterhead(sheet, {
      government: `Pemerintah ${letter.city}`,
      office: letter.office,
      addressLines: letter.addressLines,
    });
    drawHead(sheet, letter, text.subject);
    for (const paragraph of text.paragraphs) {
      sheet.paragraph(paragraph, { ...body, align: 'justify' });
      sheet.space(6);
    }
    sheet.paragraph(text.closing, { ...body, align: 'justify' });
    drawSignature(sheet, letter);
    sheet.newPage();
    drawAnnex(sheet, letter);
    drawFoot(
      sheet,
      `Surat ${letter.number} · ${letter.office}`,
      (page, pages) => `halaman ${page} dari ${pages}`,
    );
  });
}

function drawHead(sheet: Sheet, letter: ClaimLetter, subject: string): void {
  const facts = [
    ['Nomor', letter.number],
    ['Lampiran', `Daftar ${letter.lines.length} pinjaman`],
    ['Hal', subject],
  ] as const;
  for (const [label, value] of facts) {
    sheet.textAt(label, { x: sheet.left, y: sheet.y, width: mm(22) }, body);
    sheet.textAt(':', { x: sheet.left + mm(22), y: sheet.y, width: mm(4) }, body);
    sheet.paragraph(value, { ...body, x: sheet.left + mm(26) });
  }
  sheet.space(12);
  for (const line of [
    'Yth. Kepala Badan Pengelola Keuangan dan Aset Daerah',
    letter.city,
    `di ${letter.seat}`,
  ]) {
    sheet.paragraph(line, body);
  }
  sheet.space(12);
}

function drawSignature(sheet: Sheet, letter: ClaimLetter): void {
  const { signatory } = letter;
  const width = mm(78);
  const place = { ...body, x: sheet.right - width, width };
  sheet.space(16);
  sheet.need(sheet.lineHeight(body) * 7 + mm(20));
  sheet.paragraph(`${letter.seat}, ${formatDate(letter.sentOn, 'id', 'long')}`, place);
  sheet.paragraph('Kepala Dinas,', place);
  sheet.space(mm(20));
  sheet.paragraph(signatory.name, { ...place, face: 'serif-bold' });
  if (signatory.rank) sheet.paragraph(signatory.rank, place);
  if (signatory.nip) sheet.paragraph(`NIP ${signatory.nip}`, place);
}

function drawAnnex(sheet: Sheet, letter: ClaimLetter): void {
  const amount = (text: string) => formatScaled(BigInt(text), letter.digits, 'id');
  const sumOf = (field: 'accrued' | 'takenBack') =>
    letter.lines.reduce((total, line) => total + BigInt(line[field]), 0n).toString();
  sheet.paragraph(`LAMPIRAN SURAT ${letter.number}`, { face: 'serif-bold', size: 11 });
  sheet.paragraph(`${letter.lender}, tanggal ${formatDate(letter.sentOn, 'id', 'long')}`, body);
  sheet.space(8);
  drawTable(sheet, {
    columns: [
      { title: 'No.', share: 8, align: 'center' },
      { title: 'Nomor pinjaman', share: 24 },
      { title: 'Nama', share: 27 },
      { title: 'Angsuran', share: 15, align: 'center' },
      { title: 'Subsidi', share: 23, align: 'right' },
      { title: 'Ditarik kembali', share: 23, align: 'right' },
    ],
    rows: [
      ...letter.lines.map((line, at) => [
        String(at + 1),
        line.loanNumber,
        line.name,
        String(line.instalments),
        amount(line.accrued),
        amount(line.takenBack),
      ]),
      ['', 'Jumlah', '', '', amount(sumOf('accrued')), amount(sumOf('takenBack'))],
      ['', 'Yang ditagihkan', '', '', amount(letter.total), ''],
    ],
    style: { size: 8.5, boldRows: new Set([letter.lines.length, letter.lines.length + 1]) },
  });
}
