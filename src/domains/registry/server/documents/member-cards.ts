import { drawCrest } from '#platform/documents/crest.ts';
import { mm, portraitA4 } from '#platform/documents/paper.ts';
import { renderDocument, type Sheet } from '#platform/documents/sheet.ts';
import { decreeDate, withoutNik } from '../../decree-wording.ts';

export interface MemberCard {
  name: string;
  role: string;
  cardNumber: string;
  /** 'YYYY-MM-DD', or null for a recognition without an end. */
  validUntil: string | null;
  /** What the QR opens; it holds a random token and nothing about the person. */
  url: string;
}

export interface MemberCardsPaper {
  city: string;
  department: string;
  groupName: string;
  place: string;
  crest?: Uint8Array;
  cards: readonly MemberCard[];
  /** 'YYYY-MM-DD' the sheet belongs to; becomes the file's creation time. */
  issuedOn: string;
  /** Adds a back page after every front page, mirrored for printing on both sides. */
  backs?: boolean;
}

// ISO/IEC 7810 ID-1, the size of a bank card: it fits wallets and laminating pouches.
const cardWidth = mm(85.6);
const cardHeight = mm(54);
const columns = 2;
const perSheet = 8;
const gutter = mm(6);
const rowGutter = mm(7);
const green = '#0b5d57';

/** A4 sheets of eight cards with cut marks. */
export function printMemberCards(paper: MemberCardsPaper): Promise<Uint8Array> {
  return renderDocument(
    portraitA4(12),
    {
      title: `Kartu anggota ${withoutNik(paper.groupName)}`,
      author: `${paper.department} ${paper.city}`,
      createdAt: new Date(`${paper.issuedOn}T00:00:00Z`),
    },
    (sheet) => {
      for (let from = 0; from < paper.cards.length; from += perSheet) {
        if (from > 0) sheet.newPage();
        const page = paper.cards.slice(from, from + perSheet);
        page.forEach((card, index) => drawFront(sheet, { paper, card, at: corner(sheet, index) }));
        page.forEach((_, index) => drawCutMarks(sheet, corner(sheet, index)));
        if (!paper.backs) continue;
        sheet.newPage();
        page.forEach((_, index) => {
          drawBack(sheet, paper, corner(sheet, index % 2 === 0 ? index + 1 : index - 1));
        });
      }
    },
  );
}

interface Corner {
  x: number;
  y: number;
}

function corner(sheet: Sheet, index: number): Corner {
  const { width, height } = sheet.paper;
  const rows = perSheet / columns;
  const left = (width - columns * cardWidth - gutter) / 2;
  const top = (height - rows * cardHeight - (rows - 1) * rowGutter) / 2;
  return {
    x: left + (index % columns) * (cardWidth + gutter),
    y: top + Math.floor(index / columns) * (cardHeight + rowGutter),
  };
}

function drawFront(
  sheet: Sheet,
  front: { paper: MemberCardsPaper; card: MemberCard; at: Corner },
): void {
  const { paper, card, at } = front;
  const { doc } = sheet;
  const pad = mm(4);
  const band = mm(11.5);
  doc.rect(at.x, at.y, cardWidth, cardHeight).fill('#ffffff');
  doc.rect(at.x, at.y, cardWidth, band).fill('#e6f1ef');
  drawCrest(sheet, { x: at.x + pad, y: at.y + mm(1.6), height: mm(8.3) }, paper.crest);
  const head = { x: at.x + pad + mm(8.5), width: cardWidth - pad * 2 - mm(8.5) };
  const bold = { face: 'sans-bold', leading: 1.2, color: green } as const;
  sheet.textAt(
    'KARTU ANGGOTA KELOMPOK UMKM',
    { ...head, y: at.y + mm(1.9) },
    { ...bold, size: 8.2 },
  );
  sheet.textAt(
    `Pemerintah ${paper.city}`,
    { ...head, y: at.y + mm(5.7) },
    {
      face: 'sans',
      size: 7.4,
      leading: 1.2,
      color: '#3d4a49',
    },
  );
  const side = mm(29);
  const qrAt = { x: at.x + cardWidth - side - mm(1.5), y: at.y + band + mm(1.5), side };
  sheet.qr(card.url, qrAt);
  // For phones without a camera: the code may be typed on the city's first page.
  const code = { face: 'sans', size: 5.6, align: 'center', color: '#5a646b' } as const;
  const codeBox = { x: qrAt.x - mm(3), y: qrAt.y + side - mm(1.2), width: side + mm(3) };
  sheet.textAt(card.url.split('/').at(-1) ?? '', codeBox, code);
  const column = { x: at.x + pad, width: cardWidth - side - pad - mm(3) };
  let y = at.y + band + mm(3.5);
  y += drawName(sheet, withoutNik(card.name), { ...column, y });
  const small = { face: 'sans', size: 8, leading: 1.25, color: '#3c3c3c' } as const;
  y += sheet.textAt(card.role, { ...column, y }, small) + mm(1.2);
  y += sheet.textAt(withoutNik(paper.groupName), { ...column, y }, { ...small, face: 'sans-bold' });
  sheet.textAt(paper.place, { ...column, y }, { ...small, size: 7.4 });
  drawFooting(sheet, card, { x: at.x + pad, y: at.y + cardHeight - mm(9.6) });
}

/** The name in up to two lines, in smaller letters when it is long; returns its height. */
function drawName(sheet: Sheet, name: string, box: Corner & { width: number }): number {
  const shown = name === '' ? '—' : name;
  const sizes = [13, 11.5, 10, 8.5];
  const fits = (size: number) =>
    sheet.lines(shown, box.width, { face: 'sans-bold', size }).length <= 2;
  const size = sizes.find(fits) ?? 7;
  return sheet.textAt(shown, box, { face: 'sans-bold', size, leading: 1.12 }) + 1;
}

function drawFooting(sheet: Sheet, card: MemberCard, at: Corner): void {
  const label = { face: 'sans', size: 6.2, leading: 1.2, color: '#5a646b' } as const;
  const value = { face: 'sans-bold', size: 8.4, leading: 1.2 } as const;
  const until = card.validUntil ? decreeDate(card.validUntil) : 'sampai dicabut';
  for (const [index, [name, text]] of [
    ['No. kartu', card.cardNumber],
    ['Berlaku sampai', until],
  ].entries()) {
    const box = { x: at.x + index * mm(24), y: at.y, width: mm(40) };
    sheet.textAt(name ?? '', box, label);
    sheet.textAt(text ?? '', { ...box, y: at.y + 7.6 }, value);
  }
}

function drawBack(sheet: Sheet, paper: MemberCardsPaper, at: Corner): void {
  const pad = mm(6);
  const box = { x: at.x + pad, width: cardWidth - 2 * pad };
  const style = { face: 'sans', size: 8, leading: 1.4, color: '#3c3c3c' } as const;
  let y = at.y + mm(8);
  const points = [
    'Pindai kode di muka kartu untuk membuka buku anggota. Halaman itu meminta PIN pemilik kartu.',
    'Kartu ini bukan tanda pengenal kependudukan dan tidak memuat NIK.',
    `Bila ditemukan, mohon diserahkan ke ${paper.department} ${paper.city} atau kantor kelurahan terdekat.`,
  ];
  for (const point of points) y += sheet.textAt(point, { ...box, y }, style) + 4;
}

/** Short marks outside the corners, so that nothing is left on the card after cutting. */
function drawCutMarks(sheet: Sheet, at: Corner): void {
  const gap = mm(0.8);
  const length = mm(2);
  const right = at.x + cardWidth;
  const foot = at.y + cardHeight;
  for (const [x, sideways] of [
    [at.x, -1],
    [right, 1],
  ] as const) {
    for (const [y, downward] of [
      [at.y, -1],
      [foot, 1],
    ] as const) {
      const fromX = x + sideways * gap;
      const fromY = y + downward * gap;
      sheet.rule(
        { x: fromX, y },
        { x: fromX + sideways * length, y },
        { weight: 0.4, color: '#777777' },
      );
      sheet.rule(
        { x, y: fromY },
        { x, y: fromY + downward * length },
        { weight: 0.4, color: '#777777' },
      );
    }
  }
}
