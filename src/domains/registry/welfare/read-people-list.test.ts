import { expect, test } from 'vitest';
import { PlaceIndex } from '../place-matching.ts';
import { readPeopleList } from './read-people-list.ts';

const today = '2026-11-22';
const places = new PlaceIndex([]);
const sheet = (rows: string[][]) => rows.map((cells, at) => ({ number: at + 1, cells }));

test('reads who, which family, which decile and what she is in it, below a title', () => {
  const read = readPeopleList(
    sheet([
      ['DAFTAR DTSEN TRIWULAN III 2026', '', '', '', ''],
      ['No', 'Nama', 'NIK', 'No KK', 'Hubungan Keluarga', 'Desil'],
      ['1', 'Siti Aminah', '9971015003800001', '9971010101010001', 'Kepala Keluarga', '2'],
      ['2', 'Rohani', '9971015103810002', '', 'Istri', 'Desil 1'],
    ]),
    { places, today },
  );
  expect(read?.rows).toEqual([
    {
      number: 3,
      name: 'Siti Aminah',
      nik: '9971015003800001',
      kk: '9971010101010001',
      bornOn: null,
      kelurahanCode: null,
      relation: 'head',
      decile: 2,
    },
    expect.objectContaining({ name: 'Rohani', kk: null, relation: 'spouse', decile: 1 }),
  ]);
  expect(read).toMatchObject({ hasDeciles: true, unreadable: [] });
});

test('leaves out what cannot be read, and says which rows', () => {
  const read = readPeopleList(
    sheet([
      ['Nama', 'NIK', 'Desil'],
      ['Siti Aminah', '9971015003800001', '11'],
      ['Rohani', '12345', '2'],
      ['Nurhayati', '9971015203820003', ''],
      ['Yusnidar', '9971015303830004', '4,0'],
    ]),
    { places, today },
  );
  expect(read?.unreadable).toEqual([2, 3]);
  expect(read?.rows.map(({ name, decile }) => [name, decile])).toEqual([
    ['Nurhayati', null],
    ['Yusnidar', 4],
  ]);
});

test('is nothing where nobody is named', () => {
  expect(
    readPeopleList(
      sheet([
        ['Jumlah', 'Rupiah'],
        ['3', '500'],
      ]),
      { places, today },
    ),
  ).toBe(undefined);
});
