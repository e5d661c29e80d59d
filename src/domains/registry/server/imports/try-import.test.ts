import { beforeAll, expect, test, vi } from 'vitest';
import type { Reader } from '#platform/db/reader.ts';
import { writeSpreadsheet } from '#platform/files/spreadsheet/write-spreadsheet.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { countryPlaces } from '../country-places.ts';
import { placesOf, placesOfCity, tryImport, type TrialTools } from './index.ts';

vi.setConfig({ testTimeout: 60_000 });

const house = useHouse('2026-11-22T02:00:00Z');

beforeAll(async () => {
  await house.found();
  await house.app.pools.owner.query(
    `insert into registry.region (city_id, code, level, name, parent_code, valid_from) values
     ($1, '15.71', 'city', 'Kota Jambi', null, '2020-01-01'),
     ($1, '15.71.01', 'kecamatan', 'Telanaipura', '15.71', '2020-01-01'),
     ($1, '15.71.01.1006', 'kelurahan', 'Simpang IV Sipin', '15.71.01', '2020-01-01')`,
    [testCity],
  );
});

const inJambi: TrialTools['cityFor'] = async () => {
  const read = <T>(work: (db: Reader) => Promise<T>) => house.app.read(testCity, work);
  return { places: await read(placesOf), read, sealer: house.app.identitySealer.under(null) };
};

const attempt = (bytes: Uint8Array, only?: string, cityFor = inJambi) =>
  tryImport(bytes, { cityFor, today: '2026-11-22' }, only);

const titles = ['Nama Pemilik', 'NIK', 'No HP', 'Kelurahan', 'Kecamatan', 'Nama Usaha'];
const sheet = (name: string, rows: string[][], headings = titles) => ({
  name,
  columns: headings.map((title) => ({ title })),
  rows,
});
const at = ['Simpang IV Sipin', 'Telanaipura'];
const siti = ['Siti Aminah', '9999014105900001', '081211110001', ...at, 'Dapur Siti'];
const budi = ['Budi Santoso', '', '081211110002', ...at, 'Bengkel Budi'];

test('every sheet tells how its rows would end, each against the sheets before it', async () => {
  const book = await writeSpreadsheet({
    sheets: [
      sheet('Kuliner', [siti, ['Rina Wati', '999901410590', '', ...at, 'Kue Rina']]),
      sheet('Jasa', [siti, budi]),
      sheet('Rekap', [['Telanaipura', '2']], ['Kecamatan', 'Jumlah']),
    ],
  });
  const { counts, sheets } = await attempt(book);
  expect(counts).toMatchObject({ rows: 4, new: 2, same: 1, review: 0, repair: 1, newPeople: 2 });
  expect(sheets.map(({ sheet: name, skipped }) => [name, skipped?.code ?? null])).toEqual([
    ['Kuliner', null],
    ['Jasa', null],
    ['Rekap', 'registry.import-needs-name'],
  ]);
  expect(sheets[0]!.attention).toMatchObject([
    { row: 3, outcome: 'repair', name: 'Rina Wati', reasons: [{ code: 'nik.wrong-length' }] },
  ]);
  expect(sheets[0]!.mapping).toContainEqual(
    expect.objectContaining({ column: 'A', title: 'Nama Pemilik', field: 'name' }),
  );
  expect(sheets[1]!.reasons[0]!.says.en).toContain('Siti Aminah on sheet Kuliner, row 2');
});

test('one sheet is tried alone, and one that is not there is refused with those that are', async () => {
  const book = await writeSpreadsheet({ sheets: [sheet('Satu', [siti]), sheet('Dua', [budi])] });
  expect((await attempt(book, 'Dua')).counts).toMatchObject({ rows: 1, new: 1 });
  await expect(attempt(book, 'Tiga')).rejects.toMatchObject({
    code: 'registry.import-no-sheet',
    words: { id: expect.stringContaining('Satu, Dua') },
  });
});

test('nothing of a trial is kept', async () => {
  await attempt(await writeSpreadsheet({ sheets: [sheet('Satu', [siti, budi])] }));
  const { rows } = await house.app.pools.owner.query<{ kept: number }>(
    `select ((select count(*) from registry.import_batch) + (select count(*) from registry.import_row)
       + (select count(*) from registry.person))::int as kept`,
  );
  expect(rows).toEqual([{ kept: 0 }]);
});

test('a file of another city is known by its kecamatan and read with that city’s places', async () => {
  const places: string[][] = [
    ['Sukun', 'Sukun'],
    ['Kota Lama', 'Kedungkandang'],
    ['Oro-oro Dowo', 'Klojen'],
    ['Dinoyo', 'Lowokwaru'],
  ];
  const rows = places.map((place, at) => [`Orang ${at}`, '', `08121111000${at}`, ...place, '']);
  const book = await writeSpreadsheet({ sheets: [sheet('Malang', rows)] });
  let told: string | undefined;
  const { sheets } = await attempt(book, undefined, async (samples) => {
    const country = await countryPlaces();
    const city = country.cityOfRows(samples.flatMap((sample) => sample.rows))!;
    told = city.name;
    return {
      places: await placesOfCity(city.code),
      read: null,
      sealer: house.app.identitySealer.under(null),
    };
  });
  expect(told).toBe('Kota Malang');
  expect(sheets[0]!.counts).toMatchObject({ rows: 4, new: 4, repair: 0 });
  expect(sheets[0]!.reasons.filter(({ code }) => code.startsWith('place.'))).toEqual([]);
});
