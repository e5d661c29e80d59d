import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutralText, plainText } from './neutral-text.ts';
import { readWholeSpreadsheet } from './read-spreadsheet.ts';
import { writeCsv } from './write-csv.ts';
import { writeSpreadsheet } from './write-spreadsheet.ts';

const columns = [
  { title: 'Nama' },
  { title: 'NIK' },
  { title: 'Omzet', kind: 'rupiah' as const },
  { title: 'Lahir', kind: 'date' as const },
];
const rows = [
  ["Bu O'Neil; --", '9999014105900001', 2_500_000n, '1990-05-01'],
  ['=HYPERLINK("http://evil.example";"klik")', '0012', 0n, null],
];

test('what is written in XLSX is read back the same, codes and dates included', async () => {
  const bytes = await writeSpreadsheet({ sheets: [{ name: 'A/B:C', columns, rows }] });
  const [sheet] = await readWholeSpreadsheet({ bytes });
  expect(sheet!.name).toBe('A B C');
  expect(sheet!.rows.map((row) => row.cells)).toEqual([
    ['Nama', 'NIK', 'Omzet', 'Lahir'],
    ["Bu O'Neil; --", '9999014105900001', '2500000', '1990-05-01'],
    ['=HYPERLINK("http://evil.example";"klik")', '0012', '0'],
  ]);
});

test('no cell of a download is a formula, and none starts like one', async () => {
  const bytes = await writeSpreadsheet({ sheets: [{ name: 'S', columns, rows }] });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const cell = book.worksheets[0]!.getCell('A3');
  expect(cell.type).toBe(ExcelJS.ValueType.String);
  expect(cell.text).toBe('\'=HYPERLINK("http://evil.example";"klik")');
});

test('what is written in CSV is read back the same', async () => {
  const csv = await writeCsv({ columns, rows });
  const [sheet] = await readWholeSpreadsheet({ bytes: new TextEncoder().encode(csv) });
  expect(sheet!.rows.map((row) => row.cells)).toEqual([
    ['Nama', 'NIK', 'Omzet', 'Lahir'],
    ["Bu O'Neil; --", '9999014105900001', '2500000', '1990-05-01'],
    ['=HYPERLINK("http://evil.example";"klik")', '0012', '0'],
  ]);
});

test.each(['=1+1', '+62812', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r\n+1'])(
  'the text %j is neutralised and can be restored',
  (text) => {
    expect(neutralText(text)).toBe(`'${text}`);
    expect(plainText(neutralText(text))).toBe(text);
  },
);

test('no text whatever leaves with a formula start', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const safe = neutralText(text);
      return /^[-\u2013\u2014]$/.test(safe.trim()) || !/^\s*[=+\-@]/.test(safe);
    }),
  );
});

test('rows are taken from their source as they are written', async () => {
  async function* many() {
    for (let i = 0; i < 5000; i++) yield [`Siti ${i}`, null, BigInt(i), null];
  }
  const bytes = await writeSpreadsheet({ sheets: [{ name: 'S', columns, rows: many() }] });
  const [sheet] = await readWholeSpreadsheet({ bytes });
  expect(sheet!.rows).toHaveLength(5001);
});
