import { describe, expect, test } from 'vitest';
import { PlaceIndex } from '../place-matching.ts';
import { headerFit, proposeMapping, rupiahUnit } from './column-mapping.ts';
import { importFieldNames, importFields } from './import-fields.ts';
import { dataRows, findTable } from './table-shape.ts';

const places = new PlaceIndex([
  { code: '99.01.01', level: 'kecamatan', name: 'Telanaipura', parent: '99.01' },
  { code: '99.01.02', level: 'kecamatan', name: 'Jelutung', parent: '99.01' },
  { code: '99.01.01.1001', level: 'kelurahan', name: 'Simpang IV Sipin', parent: '99.01.01' },
  { code: '99.01.02.1001', level: 'kelurahan', name: 'Kebun Handil', parent: '99.01.02' },
]);

function propose(table: string[][]) {
  const rows = table.map((cells, at) => ({ number: at + 1, cells }));
  const shape = findTable(rows)!;
  return proposeMapping(shape, dataRows(rows, shape), places);
}

test('plain Indonesian headings are understood', () => {
  const { mapping } = propose([
    [
      'No',
      'Nama Pemilik',
      'NIK',
      'L/P',
      'Tgl. Lahir',
      'No. HP/WA',
      'Alamat',
      'Kelurahan',
      'Kecamatan',
      'Nama Usaha',
      'Produk',
      'Jenis Usaha',
      'NIB',
      'Omzet/Bulan',
    ],
    [
      '1',
      'Siti Aminah',
      '9999014105900001',
      'P',
      '1990-05-01',
      '081234567890',
      'Jl. Mawar',
      'Simpang IV Sipin',
      'Telanaipura',
      'Dapur Siti',
      'Keripik',
      'Kuliner',
      '1234567890123',
      '2.500.000',
    ],
  ]);
  expect(mapping).toEqual({
    name: 1,
    nik: 2,
    sex: 3,
    birthDate: 4,
    phone: 5,
    address: 6,
    kelurahan: 7,
    kecamatan: 8,
    businessName: 9,
    product: 10,
    sector: 11,
    nib: 12,
    turnover: 13,
  });
});

test('English headings are understood', () => {
  const { mapping } = propose([
    ['Full name', 'National ID', 'Date of birth', 'Mobile number', 'District', 'Business name'],
    [
      'Siti Aminah',
      '9999014105900001',
      '01/05/1990',
      '+62 812-3456-7890',
      'Jelutung',
      'Dapur Siti',
    ],
  ]);
  expect(mapping).toEqual({
    name: 0,
    nik: 1,
    birthDate: 2,
    phone: 3,
    kecamatan: 4,
    businessName: 5,
  });
});

test('without any heading the cells speak for NIK, phone, birth date and places', () => {
  const { mapping } = propose([
    [
      'Siti Aminah',
      '9999014105900001',
      '01/05/1990',
      '81234567890',
      'Spg. 4 Sipin',
      'TELANAI PURA',
    ],
    ['Budi Santoso', '9999010107850002', '01/07/1985', '81234567891', 'Kb. Handil', 'Jelutung'],
  ]);
  expect(mapping).toMatchObject({ nik: 1, birthDate: 2, phone: 3, kecamatan: 5 });
});

test('a heading that says NIK over cells that are none is not believed', () => {
  const { mapping } = propose([
    ['Nama', 'NIK', 'Nomor identitas'],
    ['Siti', 'ada', '9999014105900001'],
    ['Budi', 'belum', '9999010107850002'],
  ]);
  expect(mapping.nik).toBe(2);
});

test('two columns of the same heading are told apart by their cells', () => {
  const { mapping } = propose([
    ['Nama', 'KBLI', 'KBLI'],
    ['Siti', '10794', 'Industri kerupuk dan keripik'],
    ['Budi', '13121', 'Industri pertenunan'],
  ]);
  expect(mapping).toMatchObject({ kbliCode: 1, kbliTitle: 2 });
});

describe('every known heading', () => {
  const all = importFieldNames.flatMap((field) =>
    importFields[field].headers.map((header) => ({ field, header })),
  );
  test.each(all)('“$header” fits $field fully', ({ field, header }) => {
    expect(headerFit(header.toUpperCase(), field)).toBeGreaterThan(0.85);
  });
});

test.each([
  ['NILAI PRODUKSI (Rp.000)', 1000n],
  ['Omzet (juta rupiah)', 1_000_000n],
  ['Omzet (Rp. 000.000)', 1_000_000n],
  ['Omzet dalam ribuan (ribu)', 1000n],
  ['Omzet per bulan (Rp)', 1n],
])('%s counts in units of %d rupiah', (title, unit) => {
  expect(rupiahUnit(title)).toBe(unit);
});
