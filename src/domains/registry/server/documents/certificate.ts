import { crestWidth, drawCrest } from '#platform/documents/crest.ts';
import { landscapeA4, mm } from '#platform/documents/paper.ts';
import { renderDocument, type Sheet } from '#platform/documents/sheet.ts';
import type { DecreeSignatory } from '../../decree-paper.ts';
import { countTwice, decreeDate, withoutNik } from '../../decree-wording.ts';

/** One group's certificate of recognition; it repeats what the decree says and adds nothing to it. */
export interface CertificatePaper {
  city: string;
  seat: string;
  department: string;
  /** Title of the one who signs: "Kepala Dinas …", "Wali Kota Jambi". */
  authority: string;
  signatory: DecreeSignatory;
  crest?: Uint8Array;
  groupName: string;
  kelurahan: string;
  kecamatan: string;
  sector: string;
  chair: string;
  memberCount: number;
  decreeNumber: string;
  /** 'YYYY-MM-DD' */
  signedOn: string;
  validUntil: string | null;
  verifyUrl: string;
}

const green = '#0b5d57';
const gold = '#b5862b';

export function printCertificate(paper: CertificatePaper): Promise<Uint8Array> {
  return renderDocument(
    landscapeA4(22),
    {
      title: `Piagam Pengukuhan ${withoutNik(paper.groupName)}`,
      subject: `Keputusan Nomor ${paper.decreeNumber}`,
      author: paper.authority,
      createdAt: new Date(`${paper.signedOn}T00:00:00Z`),
    },
    (sheet) => {
      drawFrame(sheet);
      drawHead(sheet, paper);
      drawBody(sheet, paper);
      drawFoot(sheet, paper);
    },
  );
}

/** Two hairlines with a gold corner piece: enough to be a certificate, quiet enough for a wall. */
function drawFrame(sheet: Sheet): void {
  const { doc, paper } = sheet;
  const outer = mm(9);
  const inner = mm(11.5);
  doc.lineWidth(1.4).strokeColor(green);
  doc.rect(outer, outer, paper.width - 2 * outer, paper.height - 2 * outer).stroke();
  doc.lineWidth(0.5).strokeColor(gold);
  doc.rect(inner, inner, paper.width - 2 * inner, paper.height - 2 * inner).stroke();
  const reach = mm(9);
  for (const [x, y, right, down] of [
    [inner, inner, 1, 1],
    [paper.width - inner, inner, -1, 1],
    [inner, paper.height - inner, 1, -1],
    [paper.width - inner, paper.height - inner, -1, -1],
  ] as const) {
    const gap = mm(2);
    doc.lineWidth(0.9).strokeColor(gold);
    doc.moveTo(x + right * gap, y + down * reach).lineTo(x + right * gap, y + down * gap);
    doc.lineTo(x + right * reach, y + down * gap).stroke();
  }
}

function drawHead(sheet: Sheet, paper: CertificatePaper): void {
  const height = 62;
  const x = (sheet.paper.width - crestWidth(height)) / 2;
  sheet.y = mm(18);
  drawCrest(sheet, { x, y: sheet.y, height }, paper.crest);
  sheet.space(height + 8);
  center(sheet, `PEMERINTAH ${paper.city}`.toUpperCase(), { size: 11, tracking: 0.6 });
  center(sheet, paper.department.toUpperCase(), { size: 11, face: 'serif-bold', tracking: 0.4 });
  sheet.space(13);
  center(sheet, 'PIAGAM PENGUKUHAN', { size: 30, face: 'serif-bold', color: green, tracking: 2.4 });
  center(sheet, `Keputusan Nomor ${paper.decreeNumber}`, { size: 10.5, color: '#444444' });
}

function drawBody(sheet: Sheet, paper: CertificatePaper): void {
  sheet.space(14);
  center(sheet, 'diberikan kepada kelompok', { size: 11.5, face: 'serif-italic' });
  sheet.space(4);
  center(sheet, withoutNik(paper.groupName), {
    size: fitted(sheet, paper.groupName),
    face: 'serif-bold',
  });
  const middle = sheet.paper.width / 2;
  sheet.space(3);
  sheet.rule(
    { x: middle - mm(32), y: sheet.y },
    { x: middle + mm(32), y: sheet.y },
    { weight: 0.8, color: gold },
  );
  sheet.space(8);
  const place = `Kelurahan ${paper.kelurahan}, Kecamatan ${paper.kecamatan}`;
  center(sheet, `${place} · bidang usaha ${paper.sector.toLowerCase()}`, { size: 11.5 });
  const people = `ketua ${withoutNik(paper.chair)} · ${countTwice(paper.memberCount)} anggota`;
  center(sheet, people, { size: 11.5 });
  sheet.space(9);
  const until = paper.validUntil
    ? ` dan berlaku sampai dengan ${decreeDate(paper.validUntil)}`
    : '';
  sheet.paragraph(
    `yang telah dikukuhkan sebagai kelompok usaha mikro, kecil, dan menengah binaan ${paper.city}${until}.`,
    { size: 11.5, align: 'center', x: middle - mm(85), width: mm(170) },
  );
}

function drawFoot(sheet: Sheet, paper: CertificatePaper): void {
  const top = sheet.paper.height - mm(59);
  const side = mm(25);
  const left = mm(26);
  sheet.qr(paper.verifyUrl, { x: left - 5, y: top + 4, side });
  const note = { face: 'sans', size: 8, leading: 1.3, color: '#555555' } as const;
  const noteBox = { x: left + side, y: top + side / 2 - 6, width: mm(48) };
  sheet.textAt('Pindai untuk memeriksa keabsahan piagam ini.', noteBox, note);
  const width = mm(92);
  const x = sheet.paper.width - mm(24) - width;
  const style = { size: 11, leading: 1.3, align: 'center', x, width } as const;
  sheet.y = top;
  sheet.paragraph(`${paper.seat}, ${decreeDate(paper.signedOn)}`, style);
  sheet.paragraph(paper.authority, style);
  sheet.y = Math.max(sheet.y + mm(12), top + mm(23));
  sheet.paragraph(paper.signatory.name, { ...style, face: 'serif-bold' });
  if (paper.signatory.rank) sheet.paragraph(paper.signatory.rank, { ...style, size: 10 });
}

/** Long names get smaller letters so that they stay on one line where they can. */
function fitted(sheet: Sheet, name: string): number {
  const one = (size: number) =>
    sheet.lines(withoutNik(name), sheet.width, { face: 'serif-bold', size }).length === 1;
  return [30, 26, 22, 18].find(one) ?? 16;
}

function center(
  sheet: Sheet,
  text: string,
  style: {
    size: number;
    face?: 'serif-bold' | 'serif-italic';
    color?: string;
    tracking?: number;
  },
): void {
  sheet.paragraph(text, { align: 'center', leading: 1.3, ...style });
}
