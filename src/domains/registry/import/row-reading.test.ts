import { describe, expect, test } from 'vitest';
import { PlaceIndex } from '../place-matching.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { importFieldNames, type ImportField } from './import-fields.ts';
import { RowReader } from './read-rows.ts';
import { readRow } from './row-reading.ts';

const places = new PlaceIndex(
  [
    { code: '99.01.01', level: 'kecamatan', name: 'Telanaipura', parent: '99.01' },
    { code: '99.01.02', level: 'kecamatan', name: 'Jelutung', parent: '99.01' },
    { code: '99.01.01.1001', level: 'kelurahan', name: 'Simpang IV Sipin', parent: '99.01.01' },
    { code: '99.01.02.1001', level: 'kelurahan', name: 'Kebun Handil', parent: '99.01.02' },
    { code: '99.01.02.1002', level: 'kelurahan', name: 'Pasir', parent: '99.01.02' },
    { code: '99.01.01.1002', level: 'kelurahan', name: 'Pasir', parent: '99.01.01' },
  ],
  ['Kota Contoh', 'Provinsi Jauh'],
);
const mapping: ColumnMapping = Object.fromEntries(importFieldNames.map((field, at) => [field, at]));

function read(
  values: Partial<Record<ImportField, string>>,
  notes: Partial<Record<ImportField, string>> = {},
) {
  const row = {
    number: 7,
    cells: importFieldNames.map((field) => values[field] ?? ''),
    notes: Object.fromEntries(
      Object.entries(notes).map(([field, note]) => [mapping[field as ImportField]!, note]),
    ),
  };
  const columns = importFieldNames.map((field, index) => ({
    index,
    title: field === 'turnover' ? 'Omzet (Rp.000)' : field,
  }));
  const reading = readRow(row, { mapping, columns, places, today: '2026-11-22' });
  return { ...reading, codes: reading.reasons.map(({ level, code }) => `${level} ${code}`) };
}

const siti = { name: 'Siti Aminah' };

test('a full row becomes a person with her business at a place', () => {
  const { candidate, codes } = read({
    name: 'SITI AMINAH',
    nik: '9999014105900001',
    sex: 'P',
    birthDate: '01/05/1990',
    phone: '81234567890',
    address: 'Jl. Mawar 1',
    kelurahan: 'Sp. 4 Sipin',
    kecamatan: 'TELANAI PURA',
    businessName: 'dapur siti',
    product: 'Keripik',
    sector: 'Makanan',
    nib: '1234567890123',
    kbliCode: '10794',
    turnover: '2.500',
  });
  expect(candidate).toEqual({
    person: {
      name: 'Siti Aminah',
      nameKey: 'siti aminah',
      nik: '9999014105900001',
      kk: null,
      sex: 'female',
      bornOn: '1990-05-01',
      phone: '+6281234567890',
      otherPhones: [],
    },
    business: {
      name: 'Dapur Siti',
      nameKey: expect.any(String),
      product: 'Keripik',
      sector: 'culinary',
      kbliCode: '10794',
      nib: '1234567890123',
    },
    place: {
      kelurahanCode: '99.01.01.1001',
      kecamatanCode: '99.01.01',
      text: null,
      address: 'Jl. Mawar 1',
    },
    facts: { sector: 'Makanan', turnover: '2500000' },
  });
  expect(codes).toEqual(['warning nik.unknown-province', 'warning phone.zero-missing']);
});

describe('a row is left for repair', () => {
  test.each<[string, Partial<Record<ImportField, string>>, string]>([
    ['without a name', { businessName: 'Dapur Siti' }, 'name.missing'],
    ['whose name is a number', { name: '12345' }, 'name.not-a-name'],
    ['with a NIK of 15 digits', { ...siti, nik: '999901410590001' }, 'nik.wrong-length'],
    ['with a NIK rounded by Excel', { ...siti, nik: '9,99901E+15' }, 'nik.rounded-by-spreadsheet'],
    ['born on a day that is not', { ...siti, birthDate: '31/02/1990' }, 'date.does-not-exist'],
    ['born tomorrow', { ...siti, birthDate: '23/11/2026' }, 'birth-date.impossible'],
    ['born in 1850', { ...siti, birthDate: '01/05/1850' }, 'birth-date.impossible'],
    ['whose birth date is words', { ...siti, birthDate: 'lupa' }, 'date.not-a-date'],
    [
      'with an unknown kelurahan in a known kecamatan',
      { ...siti, kelurahan: 'Xyz', kecamatan: 'Jelutung' },
      'place.kelurahan-unknown',
    ],
    [
      'whose kelurahan holds a name of ours and more',
      { ...siti, kelurahan: 'Kebun Handil Permai' },
      'place.kelurahan-unsure',
    ],
    [
      'with a kecamatan that may be one of ours',
      { ...siti, kecamatan: 'Jelutungpangan' },
      'place.kecamatan-unsure',
    ],
    ['with a kelurahan borne twice', { ...siti, kelurahan: 'Pasir' }, 'place.kelurahan-unsure'],
  ])('%s', (_, values, code) => {
    expect(read(values).codes).toContain(`repair ${code}`);
  });

  test('with a NIK typed as a number, whatever digits Excel shows', () => {
    const { codes } = read({ ...siti, nik: '9999014105900000' }, { nik: 'lost-digits' });
    expect(codes).toContain('repair nik.rounded-by-spreadsheet');
  });

  test('and a kecamatan in doubt is settled by the kelurahan beside it, with the suggestion kept', () => {
    const { codes, candidate } = read({ ...siti, kecamatan: 'Jelutungpangan', kelurahan: 'Pasir' });
    expect(codes).toEqual(['repair place.kelurahan-unsure', 'repair place.kecamatan-unsure']);
    const sure = read({ ...siti, kecamatan: 'Jelutungpangan', kelurahan: 'Kebun Handil' });
    expect(sure.codes).toEqual(['warning place.read-as']);
    expect([candidate?.place.kecamatanCode, sure.candidate?.place.kecamatanCode]).toEqual([
      null,
      '99.01.02',
    ]);
  });

  test('and a missing name suggests the business’s', () => {
    expect(read({ businessName: 'DAPUR SITI' }).reasons[0]).toMatchObject({ fix: 'Dapur Siti' });
  });
});

test('a city or province written where the kecamatan belongs tells nothing, and the kelurahan is read', () => {
  for (const kecamatan of ['KOTA CONTOH', 'Contoh', 'Jauh']) {
    const { codes, candidate } = read({ ...siti, kecamatan, kelurahan: 'Kebun Handil' });
    expect([codes, candidate?.place.kelurahanCode]).toEqual([[], '99.01.02.1001']);
  }
});

describe('only a warning', () => {
  test.each<[string, Partial<Record<ImportField, string>>, string]>([
    [
      'a NIK that contradicts the birth date',
      { nik: '9999014105900001', birthDate: '02/05/1990' },
      'nik.birth-date-differs',
    ],
    ['a NIK that contradicts the sex', { nik: '9999014105900001', sex: 'L' }, 'nik.sex-differs'],
    ['a phone that lost its zero', { phone: '81234567890' }, 'phone.zero-missing'],
    ['two phones in a cell', { phone: '081234567890 / 085234567891' }, 'phone.several'],
    ['a phone that is none', { phone: 'tidak punya hp' }, 'phone.not-a-number'],
    [
      'a place of another city',
      { kelurahan: 'Damai', kecamatan: 'Balikpapan Kota' },
      'place.other-city',
    ],
    [
      'a kelurahan not found, with no kecamatan',
      { kelurahan: 'Damai' },
      'place.kelurahan-elsewhere',
    ],
    ['a misspelt kelurahan', { kelurahan: 'Kebun Handli' }, 'place.read-as'],
    [
      'a kelurahan of another kecamatan',
      { kelurahan: 'Kebun Handil', kecamatan: 'Telanaipura' },
      'place.kecamatan-differs',
    ],
    ['a NIB of 12 digits', { businessName: 'Dapur', nib: '123456789012' }, 'nib.wrong-length'],
    ['a sex nobody knows', { sex: 'X' }, 'sex.unknown'],
    ['a birth year of two digits', { birthDate: '01-05-90' }, 'date.two-digit-year'],
    ['an owner of nine years', { nik: '', birthDate: '43000' }, 'birth-date.too-young'],
  ])('%s', (_, values, code) => {
    const { codes, candidate } = read({ ...siti, ...values });
    expect(codes).toContain(`warning ${code}`);
    expect(codes.filter((told) => told.startsWith('repair'))).toEqual([]);
    expect(candidate).not.toBeNull();
  });
});

test('a place of another city is kept as the file wrote it', () => {
  const { candidate } = read({ ...siti, kelurahan: 'DAMAI', kecamatan: 'BALIKPAPAN KOTA' });
  expect(candidate!.place).toMatchObject({ kelurahanCode: null, text: 'DAMAI, BALIKPAPAN KOTA' });
});

test('what people type where they have nothing to say is nothing', () => {
  const { candidate, reasons } = read({
    ...siti,
    nik: '-',
    phone: 'Tak Terdefinisi',
    businessName: '0',
    product: 'n/a',
  });
  expect(candidate).toMatchObject({ person: { nik: null, phone: null }, business: null });
  expect(reasons).toEqual([]);
});

test('names that look like code, emoji and right-to-left text are just names', () => {
  for (const name of [
    "Bu O'Neil; --",
    'Siti 🌸 Aminah',
    'سيتي أمينة',
    "Robert'); DROP TABLE person;--",
  ]) {
    expect(read({ name }).candidate?.person.name).toBe(name);
  }
});

test('a two-digit birth year in the future belongs to the last century', () => {
  expect(read({ ...siti, birthDate: '01-05-28' }).candidate?.person.bornOn).toBe('1928-05-01');
});

describe('rows in order', () => {
  const reader = () =>
    new RowReader({
      mapping: { name: 0, phone: 1, product: 2 },
      columns: [],
      places,
      today: '2026-11-22',
    });

  test('a row that names nobody is a further product of the person above', () => {
    const rows = reader().read([
      { number: 2, cells: ['Winarto', '081234567890', 'Tahu'] },
      { number: 3, cells: ['', '', 'Tempe'] },
    ]);
    expect(
      rows.map(({ candidate }) => [candidate?.person.name, candidate?.business?.name]),
    ).toEqual([
      ['Winarto', 'Tahu'],
      ['Winarto', 'Tempe'],
    ]);
  });

  test('section titles and the template’s example are no rows', () => {
    const rows = reader().read([
      { number: 2, cells: ['Contoh: Siti Aminah', '0812-3456-7890', 'Keripik singkong'] },
      { number: 3, cells: ['', '', '', 'SENTRA INDUSTRI KECIL'] },
      { number: 4, cells: ['', '', 'Tempe'] },
    ]);
    expect(rows).toEqual([]);
  });
});

test('a code belongs to the edition its heading names, and one of 2017 is not kept', () => {
  const under = (title: string) => {
    const context = {
      mapping: { name: 0, product: 1, kbliCode: 2 },
      columns: ['Nama', 'Produk', title].map((one, index) => ({ index, title: one })),
      places,
      today: '2026-11-22',
    };
    const row = { number: 2, cells: ['Siti Aminah', 'Keripik', '10794'] };
    return readRow(row, context);
  };
  expect(under('KBLI').candidate?.business).not.toHaveProperty('kbliVersion');
  expect(under('KBLI 2025').candidate?.business).toMatchObject({
    kbliCode: '10794',
    kbliVersion: '2025',
  });
  const old = under('Kode KBLI 2017');
  expect(old.candidate?.business?.kbliCode).toBeNull();
  expect(old.reasons.map((reason) => reason.code)).toContain('kbli.old-edition');
});

test('a NIK that slipped into the column of names is not quoted in the open', () => {
  const { candidate, reasons } = read({ name: '9999014105900001' });
  expect(candidate).toBeNull();
  expect(JSON.stringify(reasons)).not.toMatch(/\d{5}/);
});
