import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeOf } from '#domains/access/who-may.ts';
import { listNumberKeys, systemActor } from '#domains/access/server/index.ts';
import { openNumbers, searchEverything } from '#domains/registry/server/index.ts';
import { keysForgetCommand, keysRotateCommand } from '#delivery/cli/commands/keys.ts';
import type { CliCommand } from '#delivery/cli/cli-command.ts';
import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import { readSettings } from '#platform/config/settings.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity, useDatabase } from '#test/database.ts';
import { openApp } from '../../src/app.ts';
import type { App } from '../../src/app.ts';
import { verifyCity } from '../../src/verify.ts';

const database = useDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'naik-keys-'));
const settings = readSettings({ NAIK_DATA: dataDir });
const people = 2_400;
const nikOf = (at: number) => `99710154059${String(at).padStart(5, '0')}`;
const ids = Array.from({ length: people }, () => newId());
const all = scopeOf(actorWith('Dewi Petugas', cityRole('petugas-dinas')), 'see.people');
let app: App;

const does = async (kind: string, body: unknown): Promise<Json> =>
  (await app.execute({ id: newId(), kind, version: 1, actor: systemActor, city: testCity, body }))
    .answer;

const person = (id: string, at: number) => ({
  id,
  name: `Warga ${at}`,
  sex: 'female',
  bornOn: '1990-05-14',
  phone: null,
  kelurahanCode: '15.71.01.1006',
  address: null,
  nik: nikOf(at),
  businesses: [],
});

const register = (some: readonly unknown[]) =>
  does('registry.register-people', { source: 'Daftar uji', people: some });

const findByNik = (at: number) =>
  app.read(testCity, (db) =>
    searchEverything(db, { q: nikOf(at), people: all, groups: null, limit: 5 }, app.identitySealer),
  );

/** Runs `naik keys rotate` beside the house, in a process of its own that is killed at its third line. */
async function rotateKilled(): Promise<boolean> {
  const main = new URL('../../src/main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, 'keys', 'rotate'], {
    env: { ...process.env, NAIK_DATA: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = 0;
  createInterface({ input: child.stderr }).on('line', () => {
    said += 1;
    if (said === 3) child.kill('SIGKILL');
  });
  await ended;
  return child.signalCode === 'SIGKILL';
}

/** The same in this process, whole. */
async function keys(command: CliCommand, ...positionals: string[]) {
  const out: string[] = [];
  const code = await command.run({
    settings,
    options: { json: true },
    positionals,
    out: (line) => out.push(line),
    note: () => undefined,
    withApp: (work) => work(app),
  });
  return { code, told: out.map((line) => JSON.parse(line) as unknown) };
}

beforeAll(async () => {
  app = await openApp(settings, { databaseUrl: database.url, poolSize: 8 });
  await does('access.found-city', {
    name: 'Kota Jambi',
    province: 'Jambi',
    timeZone: 'Asia/Jakarta',
    letterhead: {},
  });
  await app.refreshCities();
  await app.pools.owner.query(
    `insert into registry.region (city_id, code, level, name, parent_code, valid_from) values
     ($1, '15.71', 'city', 'Kota Jambi', null, '2020-01-01'),
     ($1, '15.71.01', 'kecamatan', 'Telanaipura', '15.71', '2020-01-01'),
     ($1, '15.71.01.1006', 'kelurahan', 'Simpang IV Sipin', '15.71.01', '2020-01-01')`,
    [testCity],
  );
  await register(ids.map(person));
});

afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const numberKeys = () => app.read(testCity, listNumberKeys);

describe('another key takes over while the city works', () => {
  it('is killed in the middle, and begins nothing twice when it is run again', async () => {
    const [first] = app.keyRing();
    expect(await rotateKilled()).toBe(true);
    expect((await numberKeys()).map(({ name, inForceAt }) => [name, inForceAt !== null])).toEqual([
      [app.keyRing()[0]!.name, false],
      [first!.name, true],
    ]);
    expect(app.keyRing(), 'one new key, known to the server that runs').toHaveLength(2);
  }, 90_000);

  it('half sealed anew, finds everybody, and takes a NIK neither twice nor in vain', async () => {
    expect(await findByNik(7)).toHaveLength(1);
    expect(await findByNik(people - 1)).toHaveLength(1);
    await register([person(newId(), 90_001)]);
    expect(await findByNik(90_001)).toHaveLength(1);
    for (const taken of [7, people - 1, 90_001])
      await expect(register([person(newId(), taken)])).rejects.toMatchObject({
        code: 'registry.nik-taken',
      });
  });

  it('goes on to the end, and there is no moment in which a look-up misses', async () => {
    const rotated = new AbortController();
    let looked = 0;
    const looking = (async () => {
      for (let at = 0; !rotated.signal.aborted; at = (at + 97) % people) {
        expect(await findByNik(at), `look-up of ${at}`).toHaveLength(1);
        if (at % 4 === 0) await register([person(newId(), 91_000 + looked)]);
        looked += 1;
      }
    })();
    const { code, told } = await keys(keysRotateCommand);
    rotated.abort();
    await looking;
    expect(code).toBe(0);
    expect(looked).toBeGreaterThan(5);
    const [newest, oldest] = told;
    expect(newest).toMatchObject({
      newest: true,
      cities: [{ state: 'in-force', sealedWithOthers: 0 }],
    });
    expect(oldest).toMatchObject({
      newest: false,
      forgettable: true,
      cities: [{ state: 'retired' }],
    });
  });

  it('leaves every number readable, found and alone, and books and trail that verify', async () => {
    expect(await findByNik(91_000)).toHaveLength(1);
    const opened = await database.write((tx) =>
      openNumbers(tx, app.identitySealer, {
        personIds: [ids[0]!, ids[people - 1]!],
        what: 'nik',
        readBy: systemActor.userId,
        reason: 'Uji kunci baru',
        at: new Date(),
      }),
    );
    expect([...opened.values()].sort()).toEqual([nikOf(0), nikOf(people - 1)]);
    const waiting = await database.read((db) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from registry.identifier where city_id = ${db.city} and next_index is not null`.execute(
        db,
      ),
    );
    expect(waiting.rows).toEqual([{ n: 0 }]);
    const checks = await verifyCity(app, testCity);
    expect(checks.filter((check) => check.difference !== null)).toEqual([]);
    expect(checks.find(({ name }) => name === 'numbers')?.counted).toBeGreaterThan(people);
  });

  it('lets go of the old key, without which the house still opens and with which alone it does not', async () => {
    const [newest, oldest] = app.keyRing();
    await expect(keys(keysForgetCommand, newest!.name)).rejects.toThrow('It stays');
    await keys(keysForgetCommand, oldest!.name);
    expect(app.keyRing().map(({ name }) => name)).toEqual([newest!.name]);
    expect(await findByNik(8)).toHaveLength(1);
    const before = readSettings({ NAIK_SECRET_KEY: oldest!.bytes.toString('hex') });
    await app.pools.owner.query(
      'update registry.identifier set blind_index = sha256(blind_index) where person_id = $1',
      [ids[8]],
    );
    const lost = (await verifyCity(app, testCity)).find(({ name }) => name === 'numbers');
    expect(lost?.difference).toContain(`${ids[8]} nik is not found by the key in force`);
    await expect(openApp(before, { databaseUrl: database.url })).rejects.toThrow(newest!.name);
  });
});
