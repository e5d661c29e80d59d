import { beforeAll, expect, test, vi } from 'vitest';
import { newId } from '#kernel/id.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { writeCsv } from '#platform/files/spreadsheet/write-csv.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { findImport, importJobs } from './index.ts';

vi.setConfig({ testTimeout: 60_000 });

const house = useHouse('2026-11-22T02:00:00Z');
const dewi = actorWith('Dewi Petugas', cityRole('petugas-dinas'));
const mentor = actorWith('Rina Pendamping', cityRole('pendamping'));

beforeAll(() => house.found());

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

const titles = ['Nama Pemilik', 'NIK', 'No HP', 'Nama Usaha'].map((title) => ({ title }));

async function pour(fileName: string, rows: string[][], apply = true): Promise<string> {
  const bytes = Buffer.from(await writeCsv({ columns: titles, rows }));
  const batchId = newId();
  const sha256 = await openFileStore(house.app.jobHouse.dataDir).put(bytes);
  const file = { batchId, fileName, sha256, bytes: bytes.length };
  await house.does(dewi, 'registry.start-import', file);
  await job('registry.read-import', batchId);
  const { mapping } = (await house.app.read(testCity, (db) => findImport(db, batchId)))!;
  await house.does(dewi, 'registry.map-import', { batchId, mapping });
  await job('registry.preview-import', batchId);
  if (apply) await house.does(dewi, 'registry.apply-import', { batchId });
  return batchId;
}

const undo = (batchId: string, actor = dewi) =>
  house.does(actor, 'registry.undo-import', { batchId });

async function registry() {
  const { rows } = await house.app.pools.owner.query(
    `select (select json_agg(json_build_array(name, phone) order by name) from registry.person) as people,
       (select count(*)::int from registry.business) as businesses,
       (select count(*)::int from registry.identifier) as identifiers,
       (select count(*)::int from registry.source_value) as values`,
  );
  return rows[0] as unknown;
}

test('what a file brought is taken out again, and what it filled is empty again', async () => {
  await pour('lama.csv', [['Nurhayati', '9999014105900077', '', 'Warung Nur']]);
  const before = await registry();
  const batchId = await pour('salah.csv', [
    ['Siti Aminah', '9999014105900001', '081211110001', 'Dapur Siti'],
    ['Nurhayati', '9999014105900077', '081211110077', 'Kue Nur'],
  ]);
  expect(await registry()).not.toEqual(before);
  const answer = await undo(batchId);
  expect(answer).toMatchObject({ people: 1, businesses: 2, emptied: 1 });
  expect(await registry()).toEqual(before);
  expect((await house.app.read(testCity, (db) => findImport(db, batchId)))!.state).toBe('undone');
});

test('a number somebody corrected since is hers and stays', async () => {
  await pour('dasar.csv', [['Ratna Sari', '9999014105900088', '', 'Ratna Kue']]);
  const batchId = await pour('hp.csv', [['Ratna Sari', '9999014105900088', '081211110088', '']]);
  await house.app.pools.owner.query(
    `update registry.person set phone = '+6281299990000' where name = 'Ratna Sari'`,
  );
  await undo(batchId);
  const { rows } = await house.app.pools.owner.query(
    `select phone from registry.person where name = 'Ratna Sari'`,
  );
  expect(rows).toEqual([{ phone: '+6281299990000' }]);
});

test('refused while one of its people is of use to somebody, who and why; nothing is undone', async () => {
  const batchId = await pour('dipakai.csv', [
    ['Budi Santoso', '', '081211110002', 'Bengkel Budi'],
    ['Wati Susanti', '', '081211110003', 'Jahit Wati'],
  ]);
  await house.app.pools.owner.query(
    `insert into registry.business_snapshot (city_id, id, business_id, on_day, turnover_month_rupiah, source_kind, source_id, by_name)
     select city_id, $1, id, '2026-11-20', 1000000, 'visit', $1, 'Rina' from registry.business where name = 'Bengkel Budi'`,
    [newId()],
  );
  const before = await registry();
  await expect(undo(batchId)).rejects.toMatchObject({
    code: 'registry.import-in-use',
    words: { id: expect.stringContaining('Budi Santoso') },
  });
  expect(await registry()).toEqual(before);
});

test('refused while a later file speaks of its people; that one is undone first', async () => {
  const first = await pour('satu.csv', [['Sri Wahyuni', '', '081211110004', 'Sate Sri']]);
  const second = await pour('dua.csv', [['Sri Wahyuni', '', '081211110004', 'Soto Sri']]);
  await expect(undo(first)).rejects.toMatchObject({ code: 'registry.import-in-use' });
  await undo(second);
  expect(await undo(first)).toMatchObject({ people: 1, businesses: 1 });
});

test('a file matched before an undoing is matched anew when it is applied', async () => {
  const first = await pour('awal.csv', [['Dewi Lestari', '', '081211110005', 'Kopi Dewi']]);
  const waiting = await pour(
    'tunggu.csv',
    [['Dewi Lestari', '', '081211110005', 'Kopi Dewi']],
    false,
  );
  await undo(first);
  const answer = await house.does(dewi, 'registry.apply-import', { batchId: waiting });
  expect(answer).toMatchObject({ people: 1, businesses: 1 });
});

test('a mentor may not, and nothing is undone twice', async () => {
  const batchId = await pour('dua-kali.csv', [['Agus Salim', '', '081211110006', 'Las Agus']]);
  await expect(undo(batchId, mentor)).rejects.toMatchObject({ status: 403 });
  await undo(batchId);
  await expect(undo(batchId)).rejects.toMatchObject({ code: 'registry.import-wrong-state' });
});

test('a pair of businesses nobody decided goes with the file; a decided one keeps the file here', async () => {
  const batchId = await pour('mirip.csv', [
    ['Tuti Herawati', '', '081211110007', 'Keripik Mawar'],
    ['Tuti Herawati', '', '081211110007', 'Kripik Mawar'],
  ]);
  const pairId = newId();
  await house.app.pools.owner.query(
    `insert into registry.business_pair (city_id, id, business_id, other_id, grounds, found_at)
     select b.city_id, $1, b.id, o.id, '{owner-same}', now() from registry.business b, registry.business o
     where b.name = 'Kripik Mawar' and o.name = 'Keripik Mawar'`,
    [pairId],
  );
  const reason = 'Dua usaha';
  await house.does(dewi, 'registry.decide-business-pair', {
    pairId,
    decision: 'different',
    reason,
  });
  await expect(undo(batchId)).rejects.toMatchObject({
    code: 'registry.import-in-use',
    words: { id: expect.stringContaining('Tuti Herawati') },
  });
  await house.does(dewi, 'registry.reopen-business-pair', { pairId });
  expect(await undo(batchId)).toMatchObject({ people: 1, businesses: 2 });
});
