import { officePaper } from '#platform/documents/paper.ts';
import { drawFoot, renderDocument } from '#platform/documents/sheet.ts';
import type { Sheet } from '#platform/documents/sheet.ts';
import { drawTable } from '#platform/documents/table.ts';
import { groupDigits } from '#kernel/money.ts';
import { say } from '#kernel/words.ts';
import type { Lang } from '#kernel/words.ts';

/** A statement of an institution as it is signed: lines with amounts, sums in bold, and who signs. */
export interface PrintedStatement {
  readonly institution: string;
  readonly title: string;
  /** "Per 30 November 2026", or the span it covers. */
  readonly period: string;
  readonly rows: readonly {
    readonly label: string;
    /** Null for a heading. */
    readonly amountRupiah: bigint | null;
    readonly bold: boolean;
    /** Steps to the right. */
    readonly indent: number;
  }[];
  /** What stands under the table, such as the document a division follows. */
  readonly note: string | null;
  readonly placeAndDate: string;
  readonly signers: readonly [string, string];
  readonly columns: readonly [string, string];
  readonly lang: Lang;
  readonly createdAt: Date;
}

/** Draws a statement on office paper, with room for two signatures. */
export function printStatement(statement: PrintedStatement): Promise<Uint8Array> {
  const info = {
    title: `${statement.title} ${statement.institution}`,
    author: statement.institution,
    createdAt: statement.createdAt,
    language: statement.lang,
  };
  return renderDocument(officePaper('A4'), info, (sheet) => {
    sheet.paragraph(statement.institution, { face: 'serif-bold', size: 14, align: 'center' });
    sheet.paragraph(statement.title.toUpperCase(), {
      face: 'serif-bold',
      size: 12,
      align: 'center',
    });
    sheet.paragraph(statement.period, { size: 10.5, align: 'center' });
    sheet.space(14);
    drawTable(sheet, {
      columns: [
        { title: statement.columns[0], share: 4 },
        { title: statement.columns[1], share: 1.4, align: 'right' },
      ],
      rows: statement.rows.map((row) => [
        row.label,
        row.amountRupiah === null ? '' : groupDigits(row.amountRupiah, statement.lang),
      ]),
      style: {
        lines: 'rows',
        size: 10,
        indents: statement.rows.map((row) => row.indent),
        boldRows: new Set(statement.rows.flatMap((row, at) => (row.bold ? [at] : []))),
      },
    });
    if (statement.note !== null) {
      sheet.space(10);
      sheet.paragraph(statement.note, { size: 9.5 });
    }
    drawSignatures(sheet, statement);
    const { institution, title, period, lang } = statement;
    drawFoot(sheet, `${institution} · ${title} · ${period}`, (page, pages) =>
      say({ id: `halaman ${page} dari ${pages}`, en: `page ${page} of ${pages}` }, lang),
    );
  });
}

function drawSignatures(sheet: Sheet, { placeAndDate, signers }: PrintedStatement): void {
  sheet.need(130);
  sheet.space(22);
  const half = sheet.width / 2;
  const style = { size: 10.5, align: 'center' } as const;
  const right = { x: sheet.left + half, y: sheet.y, width: half };
  const line = sheet.textAt(placeAndDate, right, style);
  const y = sheet.y + line;
  signers.forEach((signer, at) => {
    const x = sheet.left + at * half;
    sheet.textAt(signer, { x, y, width: half }, style);
    sheet.rule({ x: x + 24, y: y + 78 }, { x: x + half - 24, y: y + 78 });
  });
  sheet.y = y + 84;
}
