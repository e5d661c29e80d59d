import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { SpreadsheetFault, type FaultName } from './fault.ts';
import { defaultLimits } from './limits.ts';
import { parseSpreadsheet } from './parse-spreadsheet.ts';
import type { SheetRow } from './sheet-row.ts';
import { makeZip } from './test-zip.ts';

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Data'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const text = (content: string) => new TextEncoder().encode(content);

async function rowsOf(bytes: Uint8Array, limits = {}): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of parseSpreadsheet(Buffer.from(bytes), { ...defaultLimits, ...limits })) {
    rows.push(...batch.rows);
  }
  return rows;
}

async function fault(bytes: Uint8Array, limits = {}): Promise<FaultName | 'accepted'> {
  try {
    await rowsOf(bytes, limits);
  } catch (error) {
    if (error instanceof SpreadsheetFault) return error.report.name;
    throw error;
  }
  return 'accepted';
}

/** The smallest XLSX with one sheet of the given XML. */
function bareWorkbook(sheetXml: string): Uint8Array {
  return makeZip([
    {
      name: 'xl/workbook.xml',
      content: '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml },
  ]);
}

describe('cells of an XLSX file', () => {
  test('numbers keep every digit Excel kept, and those it lost are flagged', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['9999014105900001', 9999014105900001, 81248632002, 0.0908, 1.5]);
    });
    const rows = await rowsOf(bytes);
    const row = rows[0]!;
    expect(row.cells[0]).toBe('9999014105900001');
    expect(row.cells[1]).toMatch(/^\d{16}$/);
    expect(row.cells.slice(2)).toEqual(['81248632002', '0.0908', '1.5']);
    expect(row.notes).toEqual({ 1: 'lost-digits', 2: 'number', 3: 'number', 4: 'number' });
  });

  test('date cells become ISO dates, whatever their format', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow([new Date('1990-05-01T00:00:00Z'), 32994]).getCell(2).numFmt = 'dd/mm/yyyy';
      sheet.addRow(['teks', 32994]);
    });
    const rows = await rowsOf(bytes);
    expect(rows.map((row) => row.cells)).toEqual([
      ['1990-05-01', '1990-05-01'],
      ['teks', '32994'],
    ]);
    expect(rows[0]!.notes).toEqual({ 0: 'date', 1: 'date' });
  });

  test('a formula gives the value Excel last computed and is never evaluated', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow([
        { formula: '1+1', result: 99 },
        { formula: 'HYPERLINK("http://evil.example","x")', result: 'klik' },
        { formula: 'NOW()' },
        { formula: '1/0', result: { error: '#DIV/0!' } },
      ]);
    });
    const rows = await rowsOf(bytes);
    expect(rows[0]!.cells).toEqual(['99', 'klik', '', '']);
    expect(rows[0]!.notes).toEqual({ 0: 'formula', 1: 'formula', 3: 'error' });
  });

  test('a merged range gives its text to each of its cells', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['Kelompok', 'Nama']);
      sheet.addRow(['Melati', 'Siti']);
      sheet.addRow([null, 'Aminah']);
      sheet.mergeCells('A2:A3');
    });
    const rows = await rowsOf(bytes);
    expect(rows[2]).toEqual({
      number: 3,
      cells: ['Melati', 'Aminah'],
      notes: { 0: 'merged' },
    });
  });

  test('row numbers are those of the spreadsheet, and empty rows are left out', async () => {
    const bytes = await workbook((sheet) => {
      sheet.getCell('A3').value = 'tiga';
      sheet.getCell('C9').value = 'sembilan';
      sheet.getRow(5).font = { bold: true };
    });
    const rows = await rowsOf(bytes);
    expect(rows).toEqual([
      { number: 3, cells: ['tiga'] },
      { number: 9, cells: ['', '', 'sembilan'] },
    ]);
  });

  test('emoji, right-to-left text, quotes and markup come through unharmed', async () => {
    const hard = ["Bu O'Neil; --", 'Warung 🍜 “Enak”', 'مطعم السعادة', '<b>&amp;</b>', 'a\nb'];
    const bytes = await workbook((sheet) => sheet.addRow(hard));
    const rows = await rowsOf(bytes);
    expect(rows[0]!.cells).toEqual(hard);
  });

  test('rich and phonetic texts are read as plain text', async () => {
    const bytes = bareWorkbook(
      '<worksheet><sheetData><row><c t="inlineStr"><is><r><t>Si</t></r><r><t>ti</t></r><rPh><t>x</t></rPh></is></c></row></sheetData></worksheet>',
    );
    const rows = await rowsOf(bytes);
    expect(rows).toEqual([{ number: 1, cells: ['Siti'] }]);
  });
});

describe('CSV', () => {
  test.each([
    ['semicolons', 'Nama;Omzet\r\nSiti;"1,5 juta, kira-kira"\r\n'],
    ['commas', 'Nama,Omzet\nSiti,"1,5 juta, kira-kira"\n'],
    ['tabs', 'Nama\tOmzet\nSiti\t1,5 juta, kira-kira\n'],
    ['a declared delimiter', 'sep=|\r\nNama|Omzet\r\nSiti|1,5 juta, kira-kira\r\n'],
  ])('is read with %s', async (_, content) => {
    const rows = await rowsOf(text(content));
    expect(rows.map((row) => row.cells)).toEqual([
      ['Nama', 'Omzet'],
      ['Siti', '1,5 juta, kira-kira'],
    ]);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffNama;Kafé\n', 'utf8')],
    ['UTF-16 little endian', Buffer.from('\ufeffNama;Kafé\n', 'utf16le')],
    ['UTF-16 big endian', Buffer.from('\ufeffNama;Kafé\n', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Nama;Kafé\n', 'latin1')],
  ])('is read as %s', async (_, bytes) => {
    const rows = await rowsOf(bytes);
    expect(rows[0]!.cells).toEqual(['Nama', 'Kafé']);
  });

  test('a CSV named .xlsx is read by its content', async () => {
    expect(await fault(text('Nama,NIK\nSiti,9999014105900001\n'))).toBe('accepted');
  });

  test('ragged rows and stray quotes do not stop the reading', async () => {
    const rows = await rowsOf(text('a,b\n1\n2,3,4\n5"x,6\n'));
    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['1'],
      ['2', '3', '4'],
      ['5"x', '6'],
    ]);
  });
});

describe('refusals', () => {
  const ole = (name: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(name, 'utf16le'),
    ]);

  test.each([
    ['an empty file', new Uint8Array(0), 'empty'],
    ['a file of blank lines', text('\n\n;;;\n'), 'noRows'],
    ['an encrypted workbook', ole('EncryptedPackage'), 'passwordProtected'],
    ['an old .xls', ole('Workbook'), 'oldXls'],
    ['a PDF named .xlsx', text('%PDF-1.7\n'), 'notASpreadsheet'],
    ['a PNG named .xlsx', Buffer.from('89504e470d0a1a0a', 'hex'), 'notASpreadsheet'],
    ['a web page named .xls', text('<html><table></table>'), 'notASpreadsheet'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7) % 32)),
      'notASpreadsheet',
    ],
    ['a Word document', makeZip([{ name: 'word/document.xml', content: '' }]), 'notASpreadsheet'],
    [
      'an OpenDocument sheet',
      makeZip([{ name: 'content.xml', content: '' }]),
      'unsupportedWorkbook',
    ],
    ['half a zip', Buffer.from('504b0304ffffffffff', 'hex'), 'damaged'],
    [
      'a workbook with a DTD',
      bareWorkbook('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'),
      'damaged',
    ],
    ['a workbook cut mid-tag', bareWorkbook('<worksheet><sheetData><row><c'), 'damaged'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await fault(bytes)).toBe(code);
  });

  test('a zip bomb is refused by what its directory says, before anything is unpacked', async () => {
    const zeros = Buffer.alloc(50_000_000);
    const bomb = makeZip([
      { name: 'xl/workbook.xml', content: '' },
      {
        name: 'xl/worksheets/sheet1.xml',
        packed: deflateRawSync(zeros),
        unpackedSize: zeros.length,
      },
    ]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await fault(bomb)).toBe('zipBomb');
  });

  test('a bomb that lies about its size in the directory stops when it passes it', async () => {
    const zeros = Buffer.alloc(50_000_000, ' ');
    const liar = makeZip([
      { name: 'xl/workbook.xml', packed: deflateRawSync(zeros), unpackedSize: 1000 },
      { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships/>' },
    ]);
    expect(await fault(liar)).toBe('damaged');
  });

  test.each([
    ['bytes', { bytes: 10 }, 'tooBig'],
    ['rows', { rows: 2 }, 'tooManyRows'],
    ['columns', { columns: 1 }, 'tooManyColumns'],
    ['cells', { cells: 3 }, 'tooManyCells'],
  ])('more %s than allowed is refused in both formats', async (_, limits, code) => {
    const rows = [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ];
    const xlsx = await workbook((sheet) => sheet.addRows(rows));
    expect(await fault(xlsx, limits)).toBe(code);
    expect(await fault(text(rows.map((row) => row.join(',')).join('\n')), limits)).toBe(code);
  });
});
