import { expect, test } from 'vitest';
import { TableFollower } from './follow-table.ts';
import { findTable, tableBeside, type SourceRow } from './table-shape.ts';

/** Rows as a person sees them: columns parted by `|`, an empty line for an empty row. */
function sheet(text: string): SourceRow[] {
  return text
    .replace(/^\n/, '')
    .split('\n')
    .map((line, at) => ({ number: at + 1, cells: line.split('|').map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
}

function follow(text: string) {
  const rows = sheet(text);
  const table = new TableFollower(findTable(rows)!);
  const read = rows.flatMap((row) => table.read(row) ?? []);
  return { cells: read.map(({ cells }) => cells.join('|')), left: table.left };
}

test('a second list further down with its columns in another order is read into the columns of the first', () => {
  expect(
    follow(`
KECAMATAN JELUTUNG
Nama|NIK|Alamat|No HP
Siti|9999014105900001|Jl. Mawar|0811

KECAMATAN TELANAIPURA
No HP|Nama|Alamat|Kelurahan
0822|Budi|Jl. Melur|Sipin`),
  ).toEqual({
    cells: [
      'Siti|9999014105900001|Jl. Mawar|0811',
      'KECAMATAN TELANAIPURA',
      'Budi||Jl. Melur|0822',
    ],
    left: 0,
  });
});

test('a heading repeated on every page changes nothing, one of two rows neither', () => {
  expect(
    follow(`
NO|NAMA PEMILIK|ALAMAT|||TELP
||JALAN|KELURAHAN|KECAMATAN|
1|Siti|Mawar|Kenali|Telanaipura|0811
NO|NAMA PEMILIK|ALAMAT|||TELP
||JALAN|KELURAHAN|KECAMATAN|
2|Budi|Melur|Sipin|Telanaipura|0822`).cells,
  ).toEqual(['1|Siti|Mawar|Kenali|Telanaipura|0811', '2|Budi|Melur|Sipin|Telanaipura|0822']);
});

test('a table of something else below the list is left out and counted', () => {
  expect(
    follow(`
Nama|NIK|Alamat|No HP
Siti|9999014105900001|Jl. Mawar|0811

Kecamatan|Kelurahan|KBLI|Produk
Jelutung|Sipin|10794|Keripik
Pasar Jambi|Orang Kayo|10710|Roti`),
  ).toEqual({ cells: ['Siti|9999014105900001|Jl. Mawar|0811'], left: 2 });
});

test('two lists side by side are told apart from one that has a heading twice', () => {
  const beside = sheet(`
No|Nama|NIK|Alamat||No|Nama|NIK|Alamat
1|Siti|9999014105900001|Mawar||1|Budi|9999014105900002|Melur`);
  const twice = sheet(`
No|Nama|NIK|Alamat|Telp|Alamat
1|Siti|9999014105900001|Mawar|0811|Melur`);
  expect(tableBeside(findTable(beside)!)).toEqual({ from: 'F', to: 'I' });
  expect(tableBeside(findTable(twice)!)).toBeUndefined();
});
