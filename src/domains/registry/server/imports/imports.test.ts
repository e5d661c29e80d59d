import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { writeCsv } from '#platform/files/spreadsheet/write-csv.ts';
import { testCity } from '#test/database.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { useHouse } from '#test/house.ts';
import type { ColumnMapping } from '../../import/column-mapping.ts';
import { templateColumns } from '../../import/template.ts';
import { findImport, importJobs, listImportRows, previewCells } from './index.ts';

// Every import starts two threads of its own, which a busy machine is slow to give.
vi.setConfig({ testTimeout: 60_000 });

const house = useHouse('2026-11-22T02:00:00Z');
const dewi = actorWith('Dewi Petugas', cityRole('petugas-dinas'));

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

const job = (task: string, batchId: string) =>
  importJobs
    .find((candidate) => candidate.task === task)!
    .run({
      house: house.app.jobHouse,
      city: testCity,
      jobId: newId(),
      payload: { batchId },
      progress: () => Promise.resolve(),
      signal: new AbortController().signal,
    });

async function upload(bytes: Uint8Array, fileName = 'daftar.csv'): Promise<string> {
  const batchId = newId();
  const sha256 = await openFileStore(house.app.jobHouse.dataDir).put(bytes);
  await house.does(dewi, 'registry.start-import', {
    batchId,
    fileName,
    sha256,
    bytes: bytes.length,
  });
  return batchId;
}

async function read(bytes: Uint8Array, fileName?: string): Promise<string> {
  const batchId = await upload(bytes, fileName);
  await job('registry.read-import', batchId);
  return batchId;
}

const batch = async (batchId: string) =>
  (await house.app.read(testCity, (db) => findImport(db, batchId)))!;

async function preview(batchId: string, mapping?: ColumnMapping) {
  const body = { batchId, mapping: mapping ?? (await batch(batchId)).mapping };
  await house.does(dewi, 'registry.map-import', body);
  await job('registry.preview-import', batchId);
  return (await batch(batchId)).counts;
}

async function apply(batchId: string): Promise<Record<string, Json>> {
  await preview(batchId);
  return (await house.does(dewi, 'registry.apply-import', { batchId })) as Record<string, Json>;
}

const csv = async (rows: string[][], titles = templateColumns.map(({ title }) => title)) =>
  Buffer.from(await writeCsv({ columns: titles.map((title) => ({ title })), rows }));

function member(name: string, nik: string, phone: string): string[] {
  return [
    name,
    nik,
    'P',
    '',
    phone,
    'Jl. Mawar',
    'Simpang IV Sipin',
    'Telanaipura',
    `Dapur ${name}`,
    'Keripik',
    'Kuliner',
    '',
    '2500000',
    '',
  ];
}

async function count(table: string): Promise<number> {
  const { rows } = await house.app.pools.owner.query<{ n: string }>(
    `select count(*) as n from ${table}`,
  );
  return Number(rows[0]?.n);
}

const everything = async () => ({
  people: await count('registry.person'),
  businesses: await count('registry.business'),
  identifiers: await count('registry.identifier'),
  values: await count('registry.source_value'),
});

const refusal = (code: string) => expect.objectContaining({ code });

describe('the city’s own template', () => {
  const rows = [
    member('Siti Aminah', '9999014105900001', '081111111111'),
    member('Budi Santoso', '9999010107850002', '8222222222'),
    member('Rina', '999901410590003', '083333333333'),
    member('', '9999014105900004', ''),
  ];

  test('is read, mapped as it stands, and applied; importing it again changes nothing', async () => {
    const bytes = await csv(rows);
    const first = await read(bytes);
    expect(await batch(first)).toMatchObject({ state: 'read', counts: { read: 4 }, sheet: 'CSV' });
    expect(await apply(first)).toMatchObject({
      people: 2,
      businesses: 2,
      new: 2,
      same: 0,
      repair: 2,
    });
    expect(await batch(first)).toMatchObject({ state: 'applied' });
    const before = await everything();
    const second = await read(bytes);
    expect(await apply(second)).toMatchObject({
      people: 0,
      businesses: 0,
      completed: 0,
      new: 0,
      same: 2,
      repair: 2,
    });
    expect(await everything()).toEqual(before);
  });

  test('keeps no NIK in the open, neither in rows nor in people', async () => {
    const { rows: found } = await house.app.pools.owner.query<{ n: bigint }>(
      `select count(*) as n from registry.import_row where cells::text ~ '999901' or candidate::text ~ '999901'`,
    );
    expect(found[0]?.n).toBe(0n);
    const batchId = await read(await csv(rows));
    const cells = await house.app.read(testCity, (db) => previewCells(db, batchId, 1));
    expect(cells[0]!.cells[1]).toBe('••••••••••••0001');
  });

  test('gives each row its reason', async () => {
    const batchId = await read(await csv(rows));
    await preview(batchId);
    const { rows: repairs, total } = await house.app.read(testCity, (db) =>
      listImportRows(db, batchId, { outcome: 'repair', offset: 0, limit: 10 }),
    );
    expect(total).toBe(2);
    expect(repairs.map(({ number, reasons }) => [number, reasons[0]!.code])).toEqual([
      [4, 'nik.wrong-length'],
      [5, 'name.missing'],
    ]);
  });
});

test('a corrected mapping is remembered for the next file of the same shape', async () => {
  const titles = ['Kolom satu', 'Kolom dua', 'Alamat'];
  const first = await read(await csv([['Tahu Tempe', 'Winarto', 'Jl. Melati']], titles));
  const mapping = { businessName: 0, name: 1, address: 2 };
  await preview(first, mapping);
  const second = await batch(
    await read(await csv([['Depot Air', 'Sukadi', 'Jl. Kenanga']], titles)),
  );
  expect(second.mapping).toEqual(mapping);
  expect(second.shape?.remembered).toBe(true);
});

test('somebody already registered gains only what was not known, and her new business', async () => {
  await apply(await read(await csv([member('Hj. Nurhayati', '9999014105900077', '')])));
  const before = await everything();
  const again = member('NURHAYATI', '9999014105900077', '084444444444');
  again[8] = 'Warung Nur';
  expect(await apply(await read(await csv([again])))).toMatchObject({
    people: 0,
    same: 1,
    businesses: 1,
    completed: 1,
  });
  expect(await everything()).toMatchObject({
    people: before.people,
    businesses: before.businesses + 1,
  });
  const { rows } = await house.app.pools.owner.query(
    `select name, phone from registry.person where name_key = 'nurhaiati'`,
  );
  expect(rows).toEqual([{ name: 'Hj. Nurhayati', phone: '+6284444444444' }]);
});

test('a row that looks like somebody waits for a person’s word', async () => {
  await apply(await read(await csv([member('Kartini', '', '085555555555')])));
  const batchId = await read(await csv([member('Kartinii Y.', '', '085555555555')]));
  expect(await preview(batchId)).toMatchObject({ review: 1, new: 0 });
  await expect(
    house.does(dewi, 'registry.decide-import-row', { batchId, row: 99, as: 'same' }),
  ).rejects.toEqual(refusal('registry.import-row-not-found'));
  await house.does(dewi, 'registry.decide-import-row', { batchId, row: 2, as: 'same' });
  const answer = await house.does(dewi, 'registry.apply-import', { batchId });
  expect(answer).toMatchObject({ people: 0, businesses: 1 });
});

describe('refused', () => {
  test('a file that is no table ends as failed, with the reason in words', async () => {
    const batchId = await upload(Buffer.from('%PDF-1.7'), 'palsu.xlsx');
    await expect(job('registry.read-import', batchId)).rejects.toEqual(
      refusal('spreadsheet.not-a-spreadsheet'),
    );
    expect(await batch(batchId)).toMatchObject({
      state: 'failed',
      problem: { code: 'spreadsheet.not-a-spreadsheet' },
    });
  });

  test('mapping without a name, one column twice, applying twice, and what was cancelled', async () => {
    const batchId = await read(await csv([member('Wati', '', '086666666666')]));
    const map = (mapping: ColumnMapping) =>
      house.does(dewi, 'registry.map-import', { batchId, mapping });
    await expect(map({ phone: 4 })).rejects.toEqual(refusal('registry.import-needs-name'));
    await expect(map({ name: 0, phone: 0 })).rejects.toEqual(
      refusal('registry.import-column-twice'),
    );
    await apply(batchId);
    await expect(house.does(dewi, 'registry.apply-import', { batchId })).rejects.toEqual(
      refusal('registry.import-wrong-state'),
    );
    const other = await read(await csv([member('Wati', '', '086666666666')]));
    await house.does(dewi, 'registry.cancel-import', { batchId: other });
    await expect(map({ name: 0 })).rejects.toEqual(refusal('registry.import-wrong-state'));
    expect(await batch(other)).toMatchObject({ state: 'cancelled' });
  });

  test('a mentor, who may not import', async () => {
    const rudi = actorWith('Rudi', cityRole('pendamping'));
    const body = { batchId: newId(), fileName: 'x.csv', sha256: 'a'.repeat(64), bytes: 1 };
    await expect(house.does(rudi, 'registry.start-import', body)).rejects.toMatchObject({
      status: 403,
    });
  });
});

test('an import is all or nothing: a fault in its middle leaves nothing behind', async () => {
  const batchId = await read(await csv([member('Yanti', '9999014105900088', '087777777777')]));
  await preview(batchId);
  const before = await everything();
  const owner = house.app.pools.owner;
  await owner.query(
    `alter table registry.source_value add constraint broken check (field <> 'turnover') not valid`,
  );
  await expect(house.does(dewi, 'registry.apply-import', { batchId })).rejects.toThrow();
  await owner.query('alter table registry.source_value drop constraint broken');
  expect(await everything()).toEqual(before);
  expect(await house.does(dewi, 'registry.apply-import', { batchId })).toMatchObject({ people: 1 });
});

const real = fileURLToPath(
  new URL('../../../../../../shared/data/umkm-balikpapan/Dataset UMKM fx.xlsx', import.meta.url),
);
test.runIf(existsSync(real))(
  'the real directory imports into this city, and again without change',
  async () => {
    const bytes = readFileSync(real);
    const answer = await apply(await read(bytes, 'Dataset UMKM fx.xlsx'));
    expect(answer.people).toBeGreaterThan(1350);
    const before = await everything();
    expect(await apply(await read(bytes, 'Dataset UMKM fx.xlsx'))).toMatchObject({
      people: 0,
      businesses: 0,
      new: 0,
    });
    expect(await everything()).toEqual(before);
  },
);

test('names that look like code, emoji and right-to-left text are registered as they are', async () => {
  const names = ["Bu O'Neil; --", 'Melati 🌸 Wangi', 'سيتي أمينة'];
  await apply(await read(await csv(names.map((name, at) => member(name, '', `08888888888${at}`)))));
  const { rows } = await house.app.pools.owner.query<{ name: string }>(
    'select name from registry.person where name = any ($1)',
    [names],
  );
  expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
});

test('an import says whose list it is, under the name of the day, and so does the audit trail', async () => {
  const bytes = await csv([member('Nani', '9999014105900031', '081111111131')]);
  const sha256 = await openFileStore(house.app.jobHouse.dataDir).put(bytes);
  const batchId = newId();
  await house.does(dewi, 'registry.start-import', {
    batchId,
    fileName: 'binaan.csv',
    sha256,
    bytes: bytes.length,
    department: { id: newId(), name: 'Disperindag' },
  });
  expect(await batch(batchId)).toMatchObject({ departmentName: 'Disperindag' });
  const { rows } = await house.app.pools.owner.query<{ says: string }>(
    `select says ->> 'en' as says from access.audit_line where kind = 'registry.start-import' order by seq desc limit 1`,
  );
  expect(rows).toEqual([{ says: 'Uploaded binaan.csv of Disperindag to import' }]);
});

test('a sheet of two lists is read into one, and a table of something else below them is counted', async () => {
  const text = [
    'Nama,NIK,No HP,Alamat,Kelurahan,Kecamatan,Nama Usaha',
    'Umi,9999014105900041,081111111141,Jl. A,Simpang IV Sipin,Telanaipura,Dapur Umi',
    '',
    'No HP,Nama,Nama Usaha,Alamat,Kelurahan,Kecamatan',
    '081111111142,Fatma,Toko Fatma,Jl. B,Sp IV Sipin,Telanai Pura',
    '',
    'Kecamatan,Kelurahan,KBLI,Produk',
    'Telanaipura,Sipin,10794,Keripik',
  ].join('\r\n');
  const batchId = await read(Buffer.from(text));
  expect((await batch(batchId)).counts).toMatchObject({ read: 2, left: 1 });
  expect(await preview(batchId)).toMatchObject({ new: 2, repair: 0 });
  const found = await house.app.read(testCity, (db) =>
    listImportRows(db, batchId, { outcome: 'new', offset: 0, limit: 5 }),
  );
  expect(found.rows.map(({ name, business, place }) => [name, business, place])).toEqual([
    ['Umi', 'Dapur Umi', 'Jl. A'],
    ['Fatma', 'Toko Fatma', 'Jl. B'],
  ]);
});
