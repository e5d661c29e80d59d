import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { useDatabase } from '#test/database.ts';
import { continueSequences } from './continue-sequences.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const original = useDatabase();
const empty = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'naik-backup-'));
const filesDir = join(folder, 'files');
const now = new Date('2026-11-18T01:00:00Z');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function fill(): Promise<void> {
  await original.pools.owner.query(`
    insert into access.city (city_id, name, province, time_zone) values ('15.71', E'Kota "Jambi"\\n\\t\\\\;--', 'Jambi', 'Asia/Jakarta');
    insert into registry.region (city_id, code, level, name, parent_code, valid_from) values
      ('15.71', '15.71', 'city', 'Kota Jambi', null, '2020-01-01'), ('15.71', '15.71.01', 'kecamatan', 'Telanaipura 😀', '15.71', '2020-01-01');
    insert into platform.job_run (city_id, id, task, title, payload) values ('15.71', gen_random_uuid(), 'registry.make-pdf', '{}', '{}')`);
  mkdirSync(join(filesDir, 'ab'), { recursive: true });
  writeFileSync(join(filesDir, 'ab', 'cd'), Buffer.from([0, 10, 255, 13]));
}

describe('a backup', () => {
  it('restored into an empty place gives the same rows and files', async () => {
    await fill();
    const path = join(folder, 'one.naik');
    const written = await writeBackup(original.pools.owner, { path, filesDir, now });
    expect(written.files).toBe(1);
    const target = join(folder, 'restored');
    await restoreBackup(empty.pools.owner, { path, filesDir: target });
    for (const table of ['access.city', 'registry.region']) {
      const rows = (pool: typeof original.pools.owner) =>
        pool.query(`select * from ${table} order by 1, 2`).then((r) => r.rows);
      expect(await rows(empty.pools.owner)).toEqual(await rows(original.pools.owner));
    }
    expect(readFileSync(join(target, 'ab', 'cd'))).toEqual(
      readFileSync(join(filesDir, 'ab', 'cd')),
    );
  });

  it('is never written over a city that is there', async () => {
    const path = join(folder, 'one.naik');
    await expect(restoreBackup(empty.pools.owner, { path, filesDir })).rejects.toThrow(
      /already holds a city/,
    );
  });

  it('is never written over another file', async () => {
    const path = join(folder, 'one.naik');
    await expect(writeBackup(original.pools.owner, { path, filesDir, now })).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect(readFileSync(path).length).toBeGreaterThan(100);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    [
      'with a changed byte',
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, 300), Buffer.from([1]), bytes.subarray(301)]),
    ],
    ['that is no backup', () => Buffer.from('not a backup at all')],
  ])('%s is refused and leaves nothing behind', async (_what, change) => {
    await empty.pools.owner.query(
      'truncate access.city, registry.region, platform.job_run cascade',
    );
    const path = join(folder, 'broken.naik');
    writeFileSync(path, change(readFileSync(join(folder, 'one.naik'))));
    await expect(
      restoreBackup(empty.pools.owner, { path, filesDir: join(folder, 'x') }),
    ).rejects.toThrow(/damaged|incorrect|invalid|unexpected end/i);
    const { rows } = await empty.pools.owner.query('select 1 from access.city');
    expect(rows).toHaveLength(0);
  });
});

it('numbers of rows go on after the highest that was restored', async () => {
  const client = await original.pools.owner.connect();
  try {
    await client.query('begin');
    // Only the number matters here, not the loan it would belong to.
    await client.query('set local session_replication_role = replica');
    await client.query(`insert into lending.charge (city_id, id, loan_id, kind, on_day, due_on, amount_rupiah, source, entered, recorded_at)
      values ('15.71', gen_random_uuid(), gen_random_uuid(), 'fee', '2026-01-01', '2026-01-01', 1000, 'office', 41, now())`);
    await continueSequences(client);
    const { rows } = await client.query("select nextval('lending.entry_order')::int as next");
    expect(rows).toEqual([{ next: 42 }]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
