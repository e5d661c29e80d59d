import { describe, expect, test } from 'vitest';
import { PlaceIndex } from '../place-matching.ts';
import { proposeMapping, rupiahUnit } from './column-mapping.ts';
import { headerFit } from './heading-fit.ts';
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

/** Headings of lists as other cities, forms and portals write them, each with what its columns mean. */
const lists: readonly { of: string; heads: string[]; cells: string[][]; means: object }[] = [
  {
    of: 'a portal, in small letters with underscores',
    heads: [
      'kode_provinsi',
      'nama_kabupaten_kota',
      'nama_pemilik',
      'nama_usaha',
      'alamat',
      'no_telp',
      'jenis_usaha',
    ],
    cells: [
      ['35', 'KOTA X', 'Sri Wahyuni', 'Toko Berkah', 'Jl. Veteran 5', '81234567890', 'Perdagangan'],
      ['35', 'KOTA X', 'Agus Salim', 'Bengkel Jaya', 'Jl. Sumbersari 9', '81234567891', 'Jasa'],
    ],
    means: { name: 2, businessName: 3, address: 4, phone: 5, sector: 6 },
  },
  {
    of: 'a web form, its questions as headings',
    heads: [
      'Timestamp',
      'Email Address',
      'Nama lengkap pemilik usaha (sesuai KTP)',
      'Nomor Induk Kependudukan (NIK)',
      'Nomor WhatsApp yang aktif',
      'Alamat tempat usaha',
      'Apa nama usaha Anda?',
      'Omzet rata-rata per bulan (Rp)',
    ],
    cells: [
      [
        '2026-03-01',
        'a@x.id',
        'Dewi Lestari',
        '9999014105900001',
        '081234567890',
        'Jl. Ijen 1',
        'Dapur Dewi',
        '2500000',
      ],
      [
        '2026-03-02',
        'b@x.id',
        'Budi Hartono',
        '9999010107850002',
        '081234567891',
        'Jl. Ijen 2',
        'Kopi Budi',
        '4000000',
      ],
    ],
    means: { email: 1, name: 2, nik: 3, phone: 4, address: 5, businessName: 6, turnover: 7 },
  },
  {
    of: 'misspelt and shortened',
    heads: ['NO', 'NM PEMILIK', 'NM USAHA', 'ALMT', 'KELURHAN', 'KECAMTAN', 'NO TLP', 'JNS USAHA'],
    cells: [
      [
        '1',
        'Sri Rahayu',
        'Warung Sri',
        'Jl. Melati',
        'Simpang IV Sipin',
        'Telanaipura',
        '081234567890',
        'Kuliner',
      ],
    ],
    means: {
      name: 1,
      businessName: 2,
      address: 3,
      kelurahan: 4,
      kecamatan: 5,
      phone: 6,
      sector: 7,
    },
  },
  {
    of: 'English, of a donor',
    heads: [
      'Business Owner',
      'Trade Name',
      'Type of Business',
      'Contact No.',
      'Sub-district',
      'Monthly Revenue (IDR)',
      'No. of Employees',
    ],
    cells: [
      ['Siti Rohani', 'Siti Cake', 'Food', '+62 812 3456 7890', 'Telanaipura', '3,500,000', '2'],
    ],
    means: { name: 0, businessName: 1, sector: 2, phone: 3, kecamatan: 4, turnover: 5, workers: 6 },
  },
  {
    of: 'joined words of a programmer',
    heads: ['idUmkm', 'namaPemilik', 'nikPemilik', 'tglLahir', 'noHp', 'namaUsaha'],
    cells: [['7', 'Ratna Sari', '9999014105900001', '01/05/1990', '081234567890', 'Ratna Batik']],
    means: { name: 1, nik: 2, birthDate: 3, phone: 4, businessName: 5 },
  },
  {
    of: 'a language nobody here reads: the cells speak',
    heads: ['Nom', 'Entreprise', 'Téléphone', 'Adresse', 'Naissance'],
    cells: [
      ['Siti Aminah', 'Toko Aminah', '081234567890', 'Jl. Mawar No. 12', '01/05/1990'],
      ['Budi Santoso', 'Bengkel Budi', '081234567891', 'Gg. Damai RT 05', '01/07/1985'],
      ['Sri Wahyuni', 'CV Sri Jaya', '081234567892', 'Jl. Melati No. 3', '21/11/1979'],
    ],
    means: { name: 0, businessName: 1, phone: 2, address: 3, birthDate: 4 },
  },
  {
    of: 'owner beside a bare “Nama”',
    heads: ['No', 'Nama', 'Pemilik', 'Alamat'],
    cells: [
      ['1', 'Toko Maju', 'Hendra', 'Jl. Mawar'],
      ['2', 'Sari Rasa', 'Yuliana', 'Jl. Melati'],
    ],
    means: { name: 2, businessName: 1, address: 3 },
  },
  {
    of: 'with dates, numbers and people that are not hers',
    heads: [
      'Nama Pendamping',
      'Nama Ibu Kandung',
      'Nama Pemilik',
      'Tanggal Terbit NIB',
      'NIB',
      'No Rekening',
      'Nomor HP',
    ],
    cells: [
      [
        'Rina Wati',
        'Sumiati',
        'Dewi Sartika',
        '2024-01-05',
        '1234567890123',
        '0812345678',
        '081234567890',
      ],
    ],
    means: { name: 2, nib: 4, phone: 6 },
  },
];

test.each(lists)('a list $of is understood', ({ heads, cells, means }) => {
  expect(propose([heads, ...cells]).mapping).toEqual(means);
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

test('days a spreadsheet numbered are birth dates under a heading that says so, and nothing under one that does not', () => {
  const titled = (title: string) => {
    const rows = [
      { number: 1, cells: ['Nama Pemilik', 'NIK', title] },
      ...Array.from({ length: 20 }, (_, at) => ({
        number: at + 2,
        cells: ['Siti Aminah', '9999014105900001', String(28_000 + at * 97)],
      })),
    ];
    const shape = findTable(rows)!;
    return proposeMapping(shape, rows.slice(1), new PlaceIndex([])).mapping.birthDate;
  };
  expect(titled('Tanggal Lahir')).toBe(2);
  expect(titled('Kode Pos')).toBeUndefined();
});
