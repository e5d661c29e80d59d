import { expect, test } from 'vitest';
import {
  chooseMainSheet,
  dataRows,
  findTable,
  isNumberingRow,
  shapeKey,
  type SourceRow,
} from './table-shape.ts';

/** Rows as a person sees them: columns parted by `|`, an empty line for an empty row. */
function sheet(text: string): SourceRow[] {
  return text
    .replace(/^\n/, '')
    .split('\n')
    .map((line, at) => ({ number: at + 1, cells: line.split('|').map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
}

function titlesOf(rows: SourceRow[]): string[] {
  return findTable(rows)!.columns.map(({ title }) => title);
}

test('a heading in the first row is the heading', () => {
  const rows = sheet(`
Nama|NIK|Alamat
Siti|9999014105900001|Jl. Mawar`);
  expect(findTable(rows)).toMatchObject({ headerRows: [1], firstDataRow: 2 });
  expect(titlesOf(rows)).toEqual(['Nama', 'NIK', 'Alamat']);
});

test('title blocks above the heading are passed over, merged ones too', () => {
  const rows = sheet(`
PEMERINTAH KOTA JAMBI|PEMERINTAH KOTA JAMBI|PEMERINTAH KOTA JAMBI
DATA UMKM BINAAN TAHUN 2026

Dinas|: Koperasi dan UKM

No|Nama Pemilik|Nama Usaha
1|Siti|Warung Siti`);
  expect(findTable(rows)).toMatchObject({ headerRows: [6], firstDataRow: 7 });
});

test('a heading of two rows joins parent and child, from merged cells or from blanks left of them', () => {
  const merged = sheet(`
NO|NAMA PEMILIK|ALAMAT|ALAMAT|ALAMAT
NO|NAMA PEMILIK|JALAN|KELURAHAN|KECAMATAN
1|Siti|Mawar|Kenali|Telanaipura`);
  const blank = sheet(`
NO|NAMA PEMILIK|ALAMAT||
||JALAN|KELURAHAN|KECAMATAN
1|Siti|Mawar|Kenali|Telanaipura`);
  const titles = [
    'NO',
    'NAMA PEMILIK',
    'ALAMAT · JALAN',
    'ALAMAT · KELURAHAN',
    'ALAMAT · KECAMATAN',
  ];
  expect(titlesOf(merged)).toEqual(titles);
  expect(titlesOf(blank)).toEqual(titles);
  expect(findTable(blank)).toMatchObject({ headerRows: [1, 2], firstDataRow: 3 });
});

test('a row that numbers the columns is no data, gaps and brackets included', () => {
  const rows = sheet(`
No|Nama|NIK|Alamat|HP
(1)|(2)|(3)||(5)
1|Siti|9999014105900001|Mawar|0812`);
  expect(findTable(rows)!.firstDataRow).toBe(3);
  expect(isNumberingRow({ number: 9, cells: ['1', '12', '30', '2'] })).toBe(false);
  expect(isNumberingRow({ number: 9, cells: ['14', '2018', '3500'] })).toBe(false);
});

test('a file without a heading still has columns, called by their letters', () => {
  const rows = sheet(`
Siti Aminah|9999014105900001|Telanaipura
Budi Santoso|9999010107850002|Jelutung`);
  expect(findTable(rows)).toEqual({
    columns: [
      { index: 0, title: 'A' },
      { index: 1, title: 'B' },
      { index: 2, title: 'C' },
    ],
    headerRows: [],
    firstDataRow: 1,
  });
});

test('totals, signatures and repeated headings are not data', () => {
  const rows = sheet(`
No|Nama|Omzet|Kelurahan
1|Siti|100|Kenali
No|Nama|Omzet|Kelurahan
2|Jumlah Sari|200|Kenali
|JUMLAH|300|
||300|
||Mengetahui,|`);
  const shape = findTable(rows)!;
  expect(dataRows(rows, shape).map((row) => row.cells[1])).toEqual(['Siti', 'Jumlah Sari']);
});

test('the sheet with the most understood rows is taken; among nearly equal ones the first', () => {
  const list = (rows: number) =>
    sheet(
      `Nama|NIK|Alamat\n${Array.from({ length: rows }, (_, i) => `Siti ${i}|9|Mawar`).join('\n')}`,
    );
  const sheets = [
    {
      index: 0,
      name: 'Petunjuk',
      hidden: false,
      rows: sheet('Isi lembar Data|ya\nlalu simpan|ya'),
    },
    { index: 1, name: 'Final', hidden: false, rows: list(90) },
    { index: 2, name: 'Cadangan', hidden: false, rows: list(100) },
    { index: 3, name: 'Lama', hidden: true, rows: list(300) },
  ];
  expect(chooseMainSheet(sheets)?.name).toBe('Final');
  expect(chooseMainSheet([])).toBeUndefined();
});

test('the shape is the same for the same headings, whatever their case and spacing', () => {
  const one = findTable(sheet('Nama|No. HP\nSiti|1'))!;
  const other = findTable(sheet('NAMA |No HP\nBudi|2'))!;
  const moved = findTable(sheet('No. HP|Nama\n1|Siti'))!;
  expect(shapeKey(one)).toBe(shapeKey(other));
  expect(shapeKey(one)).not.toBe(shapeKey(moved));
});

test('the list of rows to repair has the shape of the file it came from', () => {
  const file = findTable(sheet('Nama|No. HP\nSiti|1'))!;
  const repaired = findTable(sheet('Nama|No. HP|Alasan|Usulan\nSiti|1|NIK harus 16 angka|'))!;
  expect(shapeKey(repaired)).toBe(shapeKey(file));
});
