import type { DecreeGroup, DecreePaper } from '../../decree-paper.ts';
import { decreeText, officerOf, type DecreeText } from '../../decree-text.ts';
import { decreeDate, roman, withoutNik } from '../../decree-wording.ts';
import { drawLetterhead } from '#platform/documents/letterhead.ts';
import { mm, officePaper } from '#platform/documents/paper.ts';
import { renderDocument, type Sheet } from '#platform/documents/sheet.ts';
import { drawTable } from '#platform/documents/table.ts';

const body = { size: 11, leading: 1.32 } as const;
const labelWidth = mm(30);
const colonWidth = mm(5);

/**
 * A decree on office paper: the decree itself, then one annex a group, each annex on new pages with its
 * own heading and signature. The creation time in the file is the day of signing.
 */
export function printDecree(paper: DecreePaper): Promise<Uint8Array> {
  const text = decreeText(paper);
  const info = {
    title: `${text.title} Nomor ${paper.number}`,
    subject: text.about,
    author: text.authority,
    createdAt: new Date(`${paper.signedOn}T00:00:00Z`),
  };
  return renderDocument(officePaper(paper.paper ?? 'A4'), info, (sheet) => {
    const annexStarts: number[] = [];
    drawBody(sheet, paper, text);
    if (paper.kind === 'recognition' || paper.kind === 'amendment') {
      paper.groups.forEach((group, index) => {
        sheet.newPage();
        annexStarts.push(sheet.pageCount);
        drawAnnex(sheet, { paper, text, group, index, of: paper.groups.length });
      });
    }
    drawPageFurniture(sheet, paper, annexStarts);
  });
}

function drawBody(sheet: Sheet, paper: DecreePaper, text: DecreeText): void {
  drawLetterhead(sheet, {
    ...(paper.issuer.kind === 'mayor'
      ? { government: `Wali ${paper.issuer.city}` }
      : { government: `Pemerintah ${paper.issuer.city}`, office: paper.issuer.department }),
    addressLines: paper.issuer.addressLines,
    ...(paper.issuer.crest ? { crest: paper.issuer.crest } : {}),
  });
  const center = { face: 'serif-bold', size: 11.5, align: 'center', leading: 1.3 } as const;
  const inset = { x: sheet.left + mm(8), width: sheet.width - mm(16) };
  sheet.paragraph(text.title.toUpperCase(), { ...center, ...inset });
  sheet.paragraph(`NOMOR ${paper.number}`, { ...center, ...inset });
  sheet.space(7);
  sheet.paragraph('TENTANG', { ...center, ...inset });
  sheet.space(7);
  sheet.paragraph(text.about.toUpperCase(), { ...center, ...inset });
  sheet.space(12);
  sheet.paragraph(`${text.authority.toUpperCase()},`, { ...center, ...inset });
  sheet.space(10);
  drawPart(sheet, { label: 'Menimbang', entries: text.considering, mark: lettered });
  drawPart(sheet, { label: 'Mengingat', entries: text.recalling, mark: numbered });
  drawPart(sheet, { label: 'Memperhatikan', entries: text.noting, mark: numbered });
  sheet.need(sheet.lineHeight(body) * 5);
  sheet.space(2);
  sheet.paragraph('MEMUTUSKAN:', { ...center, size: 11.5 });
  sheet.space(6);
  drawEstablishes(sheet, text);
  for (const dictum of text.dictums) drawDictum(sheet, dictum);
  sheet.space(8);
  drawSignature(sheet, { paper, text, withPlace: true });
  drawCopies(sheet, paper);
}

const lettered = (index: number): string => `${String.fromCharCode(97 + index)}.`;
const numbered = (index: number): string => `${index + 1}.`;

function drawPart(
  sheet: Sheet,
  part: { label: string; entries: readonly string[]; mark: (index: number) => string },
): void {
  const x = drawLabel(sheet, part.label);
  part.entries.forEach((text, index) => drawPoint(sheet, { x, mark: part.mark(index), text }));
  sheet.space(5);
}

/** The label and its colon at the pen; gives where the text column begins. */
function drawLabel(sheet: Sheet, label: string): number {
  sheet.need(sheet.lineHeight(body) * 2);
  sheet.textAt(label, { x: sheet.left, y: sheet.y, width: labelWidth }, body);
  sheet.textAt(':', { x: sheet.left + labelWidth, y: sheet.y, width: colonWidth }, body);
  return sheet.left + labelWidth + colonWidth;
}

function drawPoint(sheet: Sheet, point: { x: number; mark: string; text: string }): void {
  const { x, mark, text } = point;
  sheet.need(sheet.lineHeight(body) * 2);
  sheet.textAt(mark, { x, y: sheet.y, width: mm(7) }, body);
  sheet.paragraph(text, { ...body, x: x + mm(7), align: 'justify' });
  sheet.space(1.5);
}

function drawEstablishes(sheet: Sheet, text: DecreeText): void {
  const x = drawLabel(sheet, 'Menetapkan');
  sheet.paragraph(text.establishes.toUpperCase(), { ...body, x, face: 'serif', align: 'justify' });
  sheet.space(5);
}

function drawDictum(sheet: Sheet, dictum: DecreeText['dictums'][number]): void {
  const x = drawLabel(sheet, dictum.label);
  sheet.paragraph(dictum.text, { ...body, x, align: 'justify' });
  sheet.space(1.5);
  dictum.points?.forEach((point, index) =>
    drawPoint(sheet, { x, mark: lettered(index), text: point }),
  );
  sheet.space(3.5);
}

/** Place, date, office, QR and name, kept together on one page. */
function drawSignature(
  sheet: Sheet,
  signed: { paper: DecreePaper; text: DecreeText; withPlace: boolean },
): void {
  const { paper, text, withPlace } = signed;
  const side = mm(24);
  sheet.need(side + sheet.lineHeight(body) * (withPlace ? 8 : 6));
  const width = mm(82);
  const x = sheet.right - width;
  const draw = (content: string, face: 'serif' | 'serif-bold' = 'serif') =>
    sheet.paragraph(content, { ...body, size: 10.5, x, width, face });
  if (withPlace) {
    draw(`Ditetapkan di ${paper.issuer.seat}`);
    draw(`pada tanggal ${decreeDate(paper.signedOn)}`);
    sheet.space(5);
  }
  draw(`${text.authority.toUpperCase()},`);
  const note = { face: 'sans', size: 7.5, leading: 1.3, color: '#444444' } as const;
  const words =
    'Ditetapkan secara elektronik. Pindai kode ini untuk memeriksa keabsahan Keputusan.';
  sheet.qr(paper.verifyUrl, { x: x - 4, y: sheet.y + 2, side });
  sheet.textAt(
    words,
    { x: x + side + 2, y: sheet.y + side / 2 - 12, width: width - side - 4 },
    note,
  );
  sheet.y += side + 4;
  draw(paper.signatory.name, 'serif-bold');
  if (paper.signatory.rank) draw(paper.signatory.rank);
  if (paper.signatory.nip) draw(`NIP ${groupedNip(paper.signatory.nip)}`);
}

function drawCopies(sheet: Sheet, paper: DecreePaper): void {
  if (paper.copies.length === 0) return;
  const style = { size: 9.5, leading: 1.3 } as const;
  sheet.space(14);
  sheet.need(sheet.lineHeight(style) * (paper.copies.length + 1));
  sheet.paragraph('Tembusan disampaikan kepada Yth.:', style);
  paper.copies.forEach((copy, index) => {
    sheet.textAt(`${index + 1}.`, { x: sheet.left, y: sheet.y, width: mm(6) }, style);
    const end = index === paper.copies.length - 1 ? '.' : ';';
    sheet.paragraph(`${copy}${end}`, { ...style, x: sheet.left + mm(6) });
  });
}

interface Annex {
  paper: DecreePaper;
  text: DecreeText;
  group: DecreeGroup;
  index: number;
  of: number;
}

function drawAnnex(sheet: Sheet, annex: Annex): void {
  const { paper, text, group, index, of } = annex;
  const small = { size: 9, leading: 1.3 } as const;
  const column = { x: sheet.left + sheet.width * 0.44, width: sheet.width * 0.56 };
  sheet.paragraph(of === 1 ? 'LAMPIRAN' : `LAMPIRAN ${roman(index + 1)}`, { ...small, ...column });
  sheet.paragraph(text.title.toUpperCase(), { ...small, ...column });
  sheet.paragraph(`NOMOR ${paper.number}`, { ...small, ...column });
  sheet.paragraph(`TENTANG ${text.about.toUpperCase()}`, { ...small, ...column });
  sheet.space(14);
  const center = { face: 'serif-bold', size: 11.5, align: 'center', leading: 1.3 } as const;
  sheet.paragraph('SUSUNAN PENGURUS DAN ANGGOTA KELOMPOK', center);
  sheet.paragraph(withoutNik(group.name).toUpperCase(), center);
  sheet.space(8);
  drawFacts(sheet, [
    ['Kelurahan / Kecamatan', `${group.kelurahan} / ${group.kecamatan}`],
    ['Bidang usaha', group.sector],
    ['Ketua', officerOf(group, 'ketua')],
    ['Sekretaris', officerOf(group, 'sekretaris')],
    ['Bendahara', officerOf(group, 'bendahara')],
    ['Jumlah anggota', `${group.members.length} orang`],
  ]);
  sheet.space(8);
  drawMembers(sheet, group);
  sheet.space(14);
  drawSignature(sheet, { paper, text, withPlace: false });
}

function drawFacts(sheet: Sheet, facts: [string, string][]): void {
  const style = { size: 10, leading: 1.35 } as const;
  for (const [label, value] of facts) {
    sheet.textAt(label, { x: sheet.left, y: sheet.y, width: mm(42) }, style);
    sheet.textAt(':', { x: sheet.left + mm(42), y: sheet.y, width: mm(4) }, style);
    sheet.paragraph(withoutNik(value), { ...style, x: sheet.left + mm(46) });
  }
}

function drawMembers(sheet: Sheet, group: DecreeGroup): void {
  drawTable(sheet, {
    columns: [
      { title: 'No.', share: 6.5, align: 'center' },
      { title: 'Nama', share: 24 },
      { title: 'Jabatan', share: 13 },
      { title: 'Nama usaha', share: 20 },
      { title: 'Produk', share: 19 },
      { title: 'NIB', share: 19, align: 'center' },
      { title: 'Telepon', share: 19, align: 'center' },
    ],
    rows: group.members.map((member, index) => [
      `${index + 1}`,
      withoutNik(member.name),
      member.role === 'anggota'
        ? 'Anggota'
        : member.role.charAt(0).toUpperCase() + member.role.slice(1),
      withoutNik(member.business),
      withoutNik(member.product),
      withoutNik(member.nib ?? '—'),
      withoutNik(member.phone ?? '—'),
    ]),
    style: { size: 8.5 },
  });
}

/** "– 2 –" above every page but the first of the decree and of each annex; below, what the sheet belongs to. */
function drawPageFurniture(sheet: Sheet, paper: DecreePaper, annexStarts: readonly number[]): void {
  const starts = [1, ...annexStarts];
  sheet.onEachPage((page, pages) => {
    const start = Math.max(...starts.filter((first) => first <= page));
    if (page > start) {
      const box = { x: sheet.left, y: mm(11), width: sheet.width };
      sheet.textAt(`– ${page - start + 1} –`, box, { size: 10, align: 'center' });
    }
    const foot = { x: sheet.left, y: sheet.paper.height - mm(15), width: sheet.width };
    sheet.rule(
      { x: sheet.left, y: foot.y - 3 },
      { x: sheet.right, y: foot.y - 3 },
      { weight: 0.4, color: '#999999' },
    );
    const style = { face: 'sans', size: 7.5, color: '#555555' } as const;
    sheet.textAt(`Nomor ${paper.number} · lembar ${page} dari ${pages}`, foot, style);
    sheet.textAt(paper.verifyUrl, foot, { ...style, align: 'right' });
  });
}

/** 18 digits as 8-6-1-3, the way an official's number is written. */
function groupedNip(nip: string): string {
  const digits = nip.replace(/\D/gu, '');
  return digits.length === 18
    ? `${digits.slice(0, 8)} ${digits.slice(8, 14)} ${digits.slice(14, 15)} ${digits.slice(15)}`
    : nip;
}
