import { crestWidth, drawCrest } from './crest.ts';
import type { Sheet } from './sheet.ts';

export interface Letterhead {
  /** "PEMERINTAH KOTA JAMBI" */
  government: string;
  /** The department's name; absent on the mayor's own letterhead. */
  office?: string;
  /** Address, postcode, telephone, e-mail; one entry a line. */
  addressLines: readonly string[];
  /** The city's coat of arms as PNG or JPEG; a plain shield stands in for it. */
  crest?: Uint8Array;
}

const crestHeight = 66;

/** Kop naskah dinas (Permendagri 1/2023): crest left, names centred, address, a thick and a thin rule. */
export function drawLetterhead(sheet: Sheet, head: Letterhead): void {
  const top = sheet.y;
  drawCrest(sheet, { x: sheet.left, y: top, height: crestHeight }, head.crest);
  const side = crestWidth(crestHeight) + 10;
  const box = { x: sheet.left + side, width: sheet.width - side };
  let y = top;
  y += sheet.textAt(head.government.toUpperCase(), { ...box, y }, line(14, false));
  if (head.office) y += sheet.textAt(head.office.toUpperCase(), { ...box, y }, line(15, true));
  y += 2;
  for (const text of head.addressLines) {
    y += sheet.textAt(text, { ...box, y }, { ...line(9, false), leading: 1.3 });
  }
  const foot = Math.max(y, top + crestHeight) + 5;
  sheet.rule({ x: sheet.left, y: foot }, { x: sheet.right, y: foot }, { weight: 2.2 });
  sheet.rule({ x: sheet.left, y: foot + 3 }, { x: sheet.right, y: foot + 3 }, { weight: 0.6 });
  sheet.y = foot + 16;
}

function line(size: number, bold: boolean) {
  return { face: bold ? 'serif-bold' : 'serif', size, align: 'center', leading: 1.2 } as const;
}
