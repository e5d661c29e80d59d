import { mm, portraitA4, portraitA5 } from './paper.ts';
import { renderDocument, type Sheet } from './sheet.ts';
import { drawTable, type Column } from './table.ts';

/** One block of a passbook, such as a loan or a savings account, with its rows in order of date. */
export interface PassbookPart {
  title: string;
  /** Short facts beside the title: plafond, term, next due date. */
  facts: readonly (readonly [label: string, value: string])[];
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
  /** The last row is a total and is printed bold. */
  totalled: boolean;
  /** Said when there are no rows. */
  empty: string;
}

/** A member's passbook on paper. Every text comes worded, in the reader's language. */
export interface PassbookPaper {
  size: 'A4' | 'A5';
  issuer: string;
  title: string;
  holder: string;
  /** Group, card number and the like. */
  facts: readonly (readonly [label: string, value: string])[];
  parts: readonly PassbookPart[];
  /** "Keadaan per 22 Nov 2026 14.05 WIB" */
  asOf: string;
  /** Where anybody may check it, as a QR code with a line under it. */
  check?: { readonly says: string; readonly url: string };
  at: Date;
  /** "lembar 1 dari 2" */
  pageOf: (page: number, pages: number) => string;
  language?: string;
}

export function printPassbook(paper: PassbookPaper): Promise<Uint8Array> {
  const info = {
    title: `${paper.title}: ${paper.holder}`,
    author: paper.issuer,
    createdAt: paper.at,
    ...(paper.language ? { language: paper.language } : {}),
  };
  return renderDocument(paper.size === 'A5' ? portraitA5(12) : portraitA4(18), info, (sheet) => {
    drawHead(sheet, paper);
    for (const part of paper.parts) drawPart(sheet, part);
    sheet.onEachPage((page, pages) => {
      const box = { x: sheet.left, y: sheet.paper.height - mm(9.5), width: sheet.width };
      const style = { face: 'sans', size: 7.5, color: '#555555' } as const;
      sheet.textAt(`${paper.holder} · ${paper.asOf}`, box, style);
      sheet.textAt(paper.pageOf(page, pages), box, { ...style, align: 'right' });
    });
  });
}

function drawHead(sheet: Sheet, paper: PassbookPaper): void {
  const side = paper.check ? mm(24) : 0;
  const top = sheet.y;
  const width = sheet.width - side - mm(3);
  sheet.paragraph(paper.issuer, { face: 'sans', size: 9, color: '#444444', width });
  sheet.paragraph(paper.title, {
    face: 'serif-bold',
    size: 16,
    leading: 1.2,
    width,
    color: '#083f3b',
  });
  sheet.space(4);
  sheet.paragraph(paper.holder, { face: 'sans-bold', size: 11.5, width });
  drawFacts(sheet, paper.facts, width);
  if (paper.check) drawCheck(sheet, paper.check, { top, side });
  sheet.rule(
    { x: sheet.left, y: sheet.y },
    { x: sheet.right, y: sheet.y },
    { weight: 1, color: '#0b5d57' },
  );
  sheet.space(10);
}

function drawCheck(
  sheet: Sheet,
  check: { says: string; url: string },
  { top, side }: { top: number; side: number },
): void {
  const x = sheet.right - side;
  sheet.qr(check.url, { x, y: top - 4, side });
  const note = {
    face: 'sans',
    size: 6.6,
    leading: 1.2,
    align: 'center',
    color: '#555555',
  } as const;
  const noteHeight = sheet.textAt(check.says, { x, y: top + side - 5, width: side }, note);
  sheet.y = Math.max(sheet.y, top + side + noteHeight) + 4;
}

function drawPart(sheet: Sheet, part: PassbookPart): void {
  sheet.need(90);
  sheet.paragraph(part.title, { face: 'sans-bold', size: 11.5 });
  drawFacts(sheet, part.facts, sheet.width);
  sheet.space(4);
  if (part.rows.length === 0)
    sheet.paragraph(part.empty, { face: 'sans', size: 9, color: '#555555' });
  else {
    drawTable(sheet, {
      columns: part.columns,
      rows: part.rows,
      style: {
        face: 'sans',
        lines: 'rows',
        size: 8.8,
        boldRows: new Set(part.totalled ? [part.rows.length - 1] : []),
      },
    });
  }
  sheet.space(16);
}

/** Facts run on in one line and wrap as text does: labels light, values dark. */
function drawFacts(sheet: Sheet, facts: PassbookPart['facts'], width: number): void {
  if (facts.length === 0) return;
  const line = facts.map(([label, value]) => `${label} ${value}`).join('  ·  ');
  sheet.paragraph(line, { face: 'sans', size: 9, color: '#333333', width });
}
