import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { newId } from '#kernel/id.ts';
import { nameKey } from '#kernel/text.ts';
import { findImport, registryJobs } from '#domains/registry/server/index.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { writeSpreadsheet } from '#platform/files/spreadsheet/write-spreadsheet.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import type { App } from '../src/app.ts';
import { openFieldWorld } from './field-world.ts';
import { growRegistry } from './grow-registry.ts';
import type { Benchmark } from './measure.ts';

const city = '15.71';
const fileRows = 10_000;
const knownPeople = 100_000;
const secondsGoal = 20;
const megabytesGoal = 300;

/** A list of ten thousand read, matched against a hundred thousand known people, and written into the registry. */
export const importing: Benchmark = {
  name: 'import',
  async run() {
    const world = await openFieldWorld(5);
    try {
      const { app } = world;
      await growRegistry(app, knownPeople * 2);
      const bytes = await listOf(app, fileRows);
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
      const started = performance.now();
      const counts = await pour(app, bytes);
      const seconds = (performance.now() - started) / 1000;
      clearInterval(watch);
      const copied = await copySame(app);
      const megabytes = (most - before) / 1_000_000;
      return {
        figure: seconds,
        unit: 's',
        reference: copied,
        ratio: seconds / copied,
        goal: `≤ ${secondsGoal} s, memory ≤ ${megabytesGoal} MB above start`,
        holds: seconds <= secondsGoal && megabytes <= megabytesGoal,
        notes: [
          `${counts.rows} rows: ${counts.new} new, ${counts.same} same, ${counts.review} to review, ${counts.repair} to repair; ` +
            `${megabytes.toFixed(0)} MB above start; reference: a plain COPY of the same rows into a bare table`,
        ],
      };
    } finally {
      await world.close();
    }
  },
};

/** Half of the rows are people of the registry, half nobody knows. */
async function listOf(app: App, rows: number): Promise<Buffer> {
  await keepKeys(app);
  const { rows: known } = await app.pools.owner.query<string[]>({
    rowMode: 'array',
    text: `select p.name, k.name, c.name, b.name from registry.person p
       join registry.region k on k.city_id = p.city_id and k.code = p.kelurahan_code
       join registry.region c on c.city_id = p.city_id and c.code = k.parent_code
       join registry.business b on b.city_id = p.city_id and b.owner_id = p.id
       where p.city_id = $1 and p.name like 'Warga %' order by p.name limit $2`,
    values: [city, rows / 2],
  });
  const lines = known.flatMap(([name = '', kelurahan = '', kecamatan = '', business = ''], at) => {
    const place = [`Jl. Mawar No. ${at}`, kelurahan, kecamatan];
    const phone = (prefix: string) => prefix + String(at).padStart(7, '0');
    return [
      [name, '', phone('0812'), ...place, business],
      [`Pendatang ${name.slice(-8)}`, '', phone('0813'), ...place, `Kedai ${at}`],
    ];
  });
  const titles = ['Nama Pemilik', 'NIK', 'No HP', 'Alamat', 'Kelurahan', 'Kecamatan', 'Nama Usaha'];
  const columns = titles.map((title) => ({ title }));
  return writeSpreadsheet({ sheets: [{ name: 'Daftar', columns, rows: lines }] });
}

/** The grown people get the keys the register gives everybody, so that they can be found by their names. */
async function keepKeys(app: App): Promise<void> {
  const { owner } = app.pools;
  for (const table of ['person', 'business']) {
    const { rows } = await owner.query<{ id: string; name: string }>(
      `select id, name from registry.${table} where city_id = $1 and name like '%Warga %'`,
      [city],
    );
    await owner.query(
      `update registry.${table} t set name_key = r.key from unnest($2::uuid[], $3::text[]) as r (id, key)
       where t.city_id = $1 and t.id = r.id`,
      [city, rows.map(({ id }) => id), rows.map(({ name }) => nameKey(name))],
    );
  }
  await owner.query('analyze');
}

/** The whole way an officer's file goes, without the waiting between its steps. */
async function pour(app: App, bytes: Uint8Array): Promise<Readonly<Record<string, number>>> {
  const batchId = newId();
  const actor = actorWith('Dewi Petugas', cityRole('petugas-dinas'));
  const does = (kind: string, body: unknown) =>
    app.execute({ id: newId(), kind, version: 1, actor, city, body });
  const job = (task: string) =>
    registryJobs
      .find((candidate) => candidate.task === task)!
      .run({
        house: app.jobHouse,
        city,
        jobId: newId(),
        payload: { batchId },
        progress: () => Promise.resolve(),
        signal: new AbortController().signal,
      });
  const batch = async () => (await app.read(city, (db) => findImport(db, batchId)))!;
  const sha256 = await openFileStore(app.settings.dataDir).put(bytes);
  const file = { batchId, fileName: 'daftar.xlsx', sha256, bytes: bytes.length };
  await does('registry.start-import', file);
  await job('registry.read-import');
  await does('registry.map-import', { batchId, mapping: (await batch()).mapping, remember: false });
  await job('registry.preview-import');
  await does('registry.apply-import', { batchId });
  return (await batch()).counts;
}

/** Seconds a plain COPY takes to write the rows of the file, as they were read, into a table without keys or checks. */
async function copySame(app: App): Promise<number> {
  const client = await app.pools.owner.connect();
  try {
    const rows = `select row_number, cells from registry.import_row where city_id = '${city}'`;
    const bytes = await buffer(client.query(copyTo(`copy (${rows}) to stdout`)));
    await client.query('create temporary table bare (row_number int, cells jsonb)');
    const started = performance.now();
    await pipeline(Readable.from([bytes]), client.query(copyFrom('copy bare from stdin')));
    return (performance.now() - started) / 1000;
  } finally {
    client.release();
  }
}
