import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StartProblem } from '../../config/start-problem.ts';
import { openDatabase } from './open-database.ts';
import type { OpenDatabase, OpenOptions } from './open-database.ts';
import { waitFor } from './orphan.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { pidExists } from './process-identity.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

let parent: string;
let dataDir: string;
const opened: OpenDatabase[] = [];
const holders: ChildProcess[] = [];

beforeEach(() => {
  // mkdtemp makes it 0700: nobody else may even pass through.
  parent = mkdtempSync(join(tmpdir(), 'naik-open-'));
  dataDir = join(parent, 'data');
});

afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGTERM');
  for (const database of opened.splice(0)) await database.stop();
  const left = readPostmasterFile(pgDir());
  if (left !== undefined) await waitFor(() => !pidExists(left.pid), 10_000);
  rmSync(parent, { recursive: true, force: true });
});

const pgDir = (): string => join(dataDir, 'pg');

async function open(options: OpenOptions = {}, dir = dataDir): Promise<OpenDatabase> {
  const database = await openDatabase(
    { dataDir: dir, databaseUrl: null },
    { purpose: 'serve', durability: 'tests', ...options },
  );
  opened.push(database);
  return database;
}

/** Database files made once, so that most tests need not wait for initdb. */
let made: string;

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'naik-made-'));
  const database = await openDatabase(
    { dataDir: made, databaseUrl: null },
    { durability: 'tests' },
  );
  await database.stop();
});

afterAll(() => {
  rmSync(made, { recursive: true, force: true });
});

function copyMadeFiles(): void {
  mkdirSync(dataDir, { mode: 0o700 });
  cpSync(join(made, 'pg'), pgDir(), { recursive: true });
}

/** Another process that opens the folder; resolves with the connection string once it is open. */
async function hold(user?: number): Promise<{ holder: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL('test-hold-database.ts', import.meta.url));
  const identity = user === undefined ? {} : { uid: user, gid: user };
  const holder = spawn(process.execPath, [script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...identity,
  });
  holders.push(holder);
  const ended = once(holder, 'exit').then(() => {
    throw new Error('the other process ended early');
  });
  const [line] = (await Promise.race([once(holder.stdout, 'data'), ended])) as [Buffer];
  ended.catch(() => undefined);
  return { holder, url: line.toString().trim() };
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] === undefined ? undefined : Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

async function problemOf(run: Promise<unknown>): Promise<StartProblem> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof StartProblem) return error;
  throw new Error(`expected a StartProblem, got ${String(error)}`);
}

const mode = (path: string): number => statSync(path).mode & 0o777;

const ownMounts = ['--user', '--map-root-user', '--mount'];

/** Whether this system lets us mount a small disk of our own to fill. */
function canMount(): boolean {
  return spawnSync('unshare', [...ownMounts, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
}

describe('the embedded database', () => {
  test('opens in a closed folder, listens on nothing but its own socket and keeps its data', async () => {
    const first = await open();
    expect(first.owned).toBe(true);
    expect(await ask(first.url, 'show listen_addresses')).toBe('');
    expect(await ask(first.url, 'show server_encoding')).toBe('UTF8');
    expect([mode(dataDir), mode(pgDir()), mode(join(dataDir, 'socket'))]).toEqual([
      0o700, 0o700, 0o700,
    ]);
    expect([mode(join(dataDir, 'run.json')), mode(join(dataDir, 'pg.log'))]).toEqual([
      0o600, 0o600,
    ]);
    await ask(first.url, 'create table kept (n int)');
    await first.stop();
    expect(existsSync(join(dataDir, 'naik.lock'))).toBe(false);

    const again = await open();
    expect(await ask(again.url, 'select count(*)::int from kept')).toBe(0);
  });

  test('is durable unless it is for tests', async () => {
    const database = await open({ durability: 'full' });
    expect(await ask(database.url, 'show fsync')).toBe('on');
    expect(await ask(database.url, 'show synchronous_commit')).toBe('on');
    expect(await ask(database.url, 'show full_page_writes')).toBe('on');
  });

  test('keeps its socket elsewhere when the path of the data folder is too long for one', async () => {
    const deep = join(parent, 'a'.repeat(60), 'b'.repeat(60), 'data');
    const database = await open({}, deep);
    expect(await ask(database.url, 'select 1')).toBe(1);
    const socketDir = new URL(database.url).searchParams.get('host') ?? '';
    expect(mode(socketDir)).toBe(0o700);
    await database.stop();
    rmSync(socketDir, { recursive: true });
  });

  test('begins again when making the files was interrupted', async () => {
    mkdirSync(join(dataDir, 'pg.new', 'base'), { recursive: true, mode: 0o700 });
    const database = await open();
    expect(await ask(database.url, 'select 1')).toBe(1);
  });

  test('an address of your own is used as it is', async () => {
    const url = 'postgresql://somebody@elsewhere/naik';
    const database = await openDatabase({ dataDir, databaseUrl: url });
    expect(database).toMatchObject({ url, owned: false });
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('a second opener', () => {
  beforeEach(copyMadeFiles);

  test('that wants to serve is told who runs it, since when and where', async () => {
    const first = await open();
    first.announce('http://localhost:3000');
    const problem = await problemOf(open());
    expect(problem.exitCode).toBe(3);
    expect(problem.message).toContain(dataDir);
    expect(problem.message).toContain(`process ${process.pid}, since 20`);
    expect(problem.message).toContain('at http://localhost:3000');
    expect(problem.message).toContain('NAIK_DATA');
    expect(await ask(first.url, 'select 1')).toBe(1);
  });

  test('that is a command shares the database and leaves it running', async () => {
    const { url } = await hold();
    const shared = await open({ purpose: 'command' });
    expect(shared).toMatchObject({ url, owned: false });
    await shared.stop();
    expect(await ask(url, 'select 1')).toBe(1);
  });

  test('that comes while the first is starting waits for it', async () => {
    const first = hold();
    await waitFor(() => existsSync(join(dataDir, 'naik.lock')), 10_000);
    const shared = await open({ purpose: 'command' });
    expect(shared).toMatchObject({ url: (await first).url, owned: false });
  });

  test('is not refused because of a lock whose holder is gone', async () => {
    const gone = spawn('true');
    await once(gone, 'exit');
    const lock = { pid: gone.pid, started: '1', purpose: 'serve', since: '2026-11-22T00:00:00Z' };
    writeFileSync(join(dataDir, 'naik.lock'), JSON.stringify(lock));
    expect((await open()).owned).toBe(true);
  });

  test('is not refused because the number of a gone holder went to another process', async () => {
    const lock = {
      pid: process.pid,
      started: 'long ago',
      purpose: 'serve',
      since: '2026-11-22T00:00:00Z',
    };
    writeFileSync(join(dataDir, 'naik.lock'), JSON.stringify(lock));
    expect((await open()).owned).toBe(true);
  });

  test('is not refused because of a lock that was cut short', async () => {
    writeFileSync(join(dataDir, 'naik.lock'), '{"pid": 1');
    expect((await open()).owned).toBe(true);
  });
});

describe('after a kill -9', () => {
  beforeEach(copyMadeFiles);

  test('of the programme, the next start ends the orphan and has everything that was confirmed', async () => {
    const { holder, url } = await hold();
    await ask(url, 'create table confirmed (n int)');
    const orphan = readPostmasterFile(pgDir())?.pid ?? 0;
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(pidExists(orphan)).toBe(true);

    const database = await open();
    expect(pidExists(orphan)).toBe(false);
    expect(await ask(database.url, 'select count(*)::int from confirmed')).toBe(0);
  });

  test('of the database, it is started again under the same address', async () => {
    const database = await open({ durability: 'full' });
    await ask(database.url, 'create table confirmed (n int)');
    const before = readPostmasterFile(pgDir())?.pid ?? 0;
    process.kill(before, 'SIGKILL');
    const back = await waitFor(() => {
      const file = readPostmasterFile(pgDir());
      return file !== undefined && file.pid !== before && file.ready;
    }, 15_000);
    expect(back).toBe(true);
    expect(await ask(database.url, 'select count(*)::int from confirmed')).toBe(0);
  });

  test('of both, the next start recovers', async () => {
    const { holder, url } = await hold();
    await ask(url, 'create table confirmed (n int)');
    const server = readPostmasterFile(pgDir())?.pid ?? 0;
    holder.kill('SIGKILL');
    process.kill(server, 'SIGKILL');
    await once(holder, 'exit');
    const database = await open();
    expect(await ask(database.url, 'select count(*)::int from confirmed')).toBe(0);
  });

  test('a process that got the number of the dead database is left alone', async () => {
    const stranger = spawn('sleep', ['60']);
    writeFileSync(
      join(pgDir(), 'postmaster.pid'),
      `${stranger.pid ?? 0}\n${pgDir()}\n0\n5432\n\n\n\nready\n`,
    );
    const database = await open();
    expect(await ask(database.url, 'select 1')).toBe(1);
    expect(pidExists(stranger.pid ?? 0)).toBe(true);
    stranger.kill();
  });
});

describe('what cannot work', () => {
  test('a data folder that is a file is refused with the way out', async () => {
    writeFileSync(dataDir, '');
    const problem = await problemOf(open());
    expect(problem.exitCode).toBe(2);
    expect(problem.message).toContain('NAIK_DATA');
  });

  test('damaged files are reported with what PostgreSQL says and where to read more', async () => {
    copyMadeFiles();
    rmSync(join(pgDir(), 'global', 'pg_control'));
    const problem = await problemOf(open());
    expect(problem.exitCode).toBe(4);
    expect(problem.message).toContain('pg_control');
    expect(problem.message).toContain(join(dataDir, 'pg.log'));
    expect(existsSync(join(dataDir, 'naik.lock'))).toBe(false);
  });

  test.runIf(canMount())('a full disk is named as such', async () => {
    mkdirSync(dataDir);
    const script = fileURLToPath(new URL('test-hold-database.ts', import.meta.url));
    const line = 'mount -t tmpfs -o size=40m none "$1" && exec "$0" "$2" "$1"';
    const { status, stderr } = spawnSync(
      'unshare',
      [...ownMounts, 'sh', '-c', line, process.execPath, dataDir, script],
      {
        encoding: 'utf8',
      },
    );
    expect(status).not.toBe(0);
    expect(stderr).toContain(`The disk that holds ${dataDir} is full. Free some space`);
  });

  test('a socket folder others can enter is not trusted', async () => {
    mkdirSync(join(dataDir, 'socket'), { recursive: true, mode: 0o700 });
    chmodSync(dataDir, 0o700);
    chmodSync(join(dataDir, 'socket'), 0o777);
    expect((await problemOf(open())).message).toContain('0700');
  });
});

describe.runIf(isRoot)('as root', () => {
  test('the database does not run as root, and its files stay where root can back them up', async () => {
    await open();
    const { pid } = readPostmasterFile(pgDir()) ?? { pid: 0 };
    const effective = /^CapEff:\s*(\w+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    expect(BigInt(`0x${effective ?? 'f'}`)).toBe(0n);
  });

  test("a folder that belongs to somebody is opened as that person's and stays so", async () => {
    mkdirSync(dataDir, { mode: 0o700 });
    chownSync(dataDir, nobody, nobody);
    await open();
    const owners = ['', 'pg', 'socket', 'run.json'].map(
      (name) => statSync(join(dataDir, name)).uid,
    );
    expect(owners).toEqual([nobody, nobody, nobody, nobody]);
  });

  test('a normal user opens it too, and root takes over where she left', async () => {
    chownSync(parent, nobody, nobody);
    const { holder, url } = await hold(nobody);
    await ask(url, 'create table hers (n int)');
    holder.kill('SIGTERM');
    await once(holder, 'exit');
    const database = await open();
    expect(await ask(database.url, 'select count(*)::int from hers')).toBe(0);
    expect(statSync(join(dataDir, 'naik.lock')).uid).toBe(nobody);
  });
});
