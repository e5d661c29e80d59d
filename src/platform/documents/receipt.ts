import { mm, roll58 } from './paper.ts';
import { renderDocument, type Sheet } from './sheet.ts';

/** A receipt for a 58 mm roll. Every text comes worded, in the reader's language. */
export interface ReceiptPaper {
  /** Who gives it: the cooperative or the group. */
  issuer: string;
  title: string;
  /** Number, date, member, group: label and value. */
  facts: readonly (readonly [label: string, value: string])[];
  /** What was paid or saved: label and amount, already written as money. */
  lines: readonly (readonly [label: string, amount: string])[];
  total: readonly [label: string, amount: string];
  /** What is left, or what is due next. */
  after: readonly (readonly [label: string, value: string])[];
  /** "Periksa struk ini:" over the code. */
  verify: string;
  url: string;
  /** Instant of the receipt. */
  at: Date;
  language?: string;
}

const text = { face: 'sans', size: 8.5, leading: 1.3 } as const;

/** The strip is as long as its content: it is drawn once to be measured, and once on paper of that height. */
export async function printReceipt(paper: ReceiptPaper): Promise<Uint8Array> {
  const info = {
    title: paper.title,
    author: paper.issuer,
    createdAt: paper.at,
    ...(paper.language ? { language: paper.language } : {}),
  };
  let height = 0;
  await renderDocument(roll58(mm(1000)), info, (sheet) => {
    drawReceipt(sheet, paper);
    height = sheet.y + sheet.paper.margins.bottom;
  });
  return renderDocument(roll58(height), info, (sheet) => drawReceipt(sheet, paper));
}

function drawReceipt(sheet: Sheet, paper: ReceiptPaper): void {
  const center = { ...text, align: 'center' } as const;
  sheet.paragraph(paper.issuer, { ...center, face: 'sans-bold', size: 10 });
  sheet.paragraph(paper.title, center);
  dashes(sheet);
  for (const [label, value] of paper.facts) fact(sheet, label, value);
  dashes(sheet);
  for (const [label, amount] of paper.lines) pair(sheet, [label, amount]);
  sheet.space(2);
  sheet.rule({ x: sheet.left, y: sheet.y }, { x: sheet.right, y: sheet.y }, { weight: 0.6 });
  sheet.space(3);
  pair(sheet, paper.total, 'sans-bold');
  if (paper.after.length > 0) dashes(sheet);
  for (const [label, value] of paper.after) pair(sheet, [label, value]);
  dashes(sheet);
  const side = mm(30);
  sheet.paragraph(paper.verify, { ...center, size: 8 });
  sheet.qr(paper.url, { x: sheet.left + (sheet.width - side) / 2, y: sheet.y, side });
  sheet.space(side);
}

function dashes(sheet: Sheet): void {
  sheet.space(4);
  sheet.doc.save().dash(2, { space: 2 });
  sheet.rule({ x: sheet.left, y: sheet.y }, { x: sheet.right, y: sheet.y }, { weight: 0.5 });
  sheet.doc.undash().restore();
  sheet.space(4);
}

function fact(sheet: Sheet, label: string, value: string): void {
  const width = mm(15);
  sheet.textAt(label, { x: sheet.left, y: sheet.y, width }, { ...text, color: '#444444' });
  sheet.paragraph(value, { ...text, x: sheet.left + width });
}

/** Label left and amount right; the label wraps rather than touch the amount. */
function pair(
  sheet: Sheet,
  [label, amount]: readonly [string, string],
  face: 'sans' | 'sans-bold' = 'sans',
): void {
  const style = { ...text, face, size: face === 'sans' ? 8.5 : 9.5 };
  const width = Math.min(sheet.width * 0.6, sheet.lines(amount, sheet.width, style)[0]?.width ?? 0);
  const box = { x: sheet.left, y: sheet.y, width: sheet.width - width - mm(2) };
  const height = sheet.textAt(label, box, style);
  sheet.textAt(
    amount,
    { x: sheet.right - width - 1, y: sheet.y, width: width + 1 },
    { ...style, align: 'right' },
  );
  sheet.space(Math.max(height, sheet.lineHeight(style)));
}
