import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runningClock } from './clock.ts';
import { addSecretKey, dropSecretKey, secretKeys } from './secret-key.ts';
import { readSettings, settingsSchema } from './settings.ts';
import { StartProblem, exitCodes } from './start-problem.ts';

function problemOf(run: () => unknown): StartProblem {
  try {
    run();
  } catch (error) {
    if (error instanceof StartProblem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('settings', () => {
  test('are complete without a single variable', () => {
    expect(readSettings({}, '/srv/naik')).toEqual({
      dataDir: '/srv/naik/.naik',
      port: 3000,
      host: '127.0.0.1',
      origin: 'http://localhost:3000',
      databaseUrl: null,
      secretKeys: null,
      fieldKey: 1,
      logLevel: 'info',
      now: null,
      demo: true,
    });
  });

  test('name every wrong variable at once, say what to write and end with code 2', () => {
    const problem = problemOf(() =>
      readSettings({
        PORT: 'eighty',
        HOST: 'not a host',
        DATABASE_URL: 'mysql://root:hunter2@db/x',
        NAIK_ORIGIN: 'naik.go.id/login',
        NAIK_SECRET_KEY: 'short',
        NAIK_FIELD_KEY: 'new',
        LOG_LEVEL: 'loud',
        NAIK_DEMO: 'maybe',
        NAIK_NOW: 'tomorrow',
      }),
    );
    for (const name of Object.keys(settingsSchema.shape).filter((n) => n !== 'NAIK_DATA')) {
      expect(problem.message).toContain(`  ${name} must `);
    }
    expect(problem.message).toContain('docs/settings.md');
    expect(problem.message).not.toContain('hunter2');
    expect(problem.exitCode).toBe(exitCodes.settings);
  });

  test.each(['65536', '-1', '3000x', '3.5', '١٢٣'])('refuse the port %s', (port) => {
    expect(problemOf(() => readSettings({ PORT: port })).message).toContain('PORT must be');
  });

  test('take an empty variable as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '  ' })).toMatchObject({
      port: 3000,
      databaseUrl: null,
    });
  });

  test('take the origin without its slash and derive it from host and port otherwise', () => {
    expect(readSettings({ NAIK_ORIGIN: 'https://naik.jambi.go.id/' }).origin).toBe(
      'https://naik.jambi.go.id',
    );
    expect(readSettings({ HOST: '0.0.0.0', PORT: '8080' }).origin).toBe('http://localhost:8080');
    expect(readSettings({ HOST: '10.1.2.3' }).origin).toBe('http://10.1.2.3:3000');
    expect(readSettings({ HOST: 'fd00::7' }).origin).toBe('http://[fd00::7]:3000');
  });

  test('are all in docs/settings.md', () => {
    const page = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8');
    const documented = [...page.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((m) => m[1]);
    expect(documented).toEqual(Object.keys(settingsSchema.shape));
    const codes = [...page.matchAll(/^\| (\d) +\|/gm)].map((m) => Number(m[1]));
    expect(codes).toEqual(Object.values(exitCodes));
  });
});

describe('the secret key', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = join(mkdtempSync(join(tmpdir(), 'naik-key-')), 'data');
  });
  afterEach(() => {
    rmSync(join(dataDir, '..'), { recursive: true });
  });

  test('is taken from the environment in hexadecimal or base64', () => {
    const hex = 'ab'.repeat(32);
    const base64 = Buffer.from(hex, 'hex').toString('base64');
    expect(readSettings({ NAIK_SECRET_KEY: hex }).secretKeys).toEqual([Buffer.from(hex, 'hex')]);
    expect(readSettings({ NAIK_SECRET_KEY: base64 }).secretKeys).toEqual([Buffer.from(hex, 'hex')]);
    const newer = 'cd'.repeat(32);
    expect(readSettings({ NAIK_SECRET_KEY: `${newer}, ${hex}` }).secretKeys).toEqual([
      Buffer.from(newer, 'hex'),
      Buffer.from(hex, 'hex'),
    ]);
  });

  test('is made once, readable only by its owner', () => {
    const first = secretKeys({ secretKeys: null, dataDir })();
    expect(first.map(({ bytes }) => bytes.length)).toEqual([32]);
    expect(secretKeys({ secretKeys: null, dataDir })()).toEqual(first);
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  test('added by one process is known at once to another that runs, and so is one taken out', () => {
    const settings = { secretKeys: null, dataDir };
    const running = secretKeys(settings);
    const [first] = running();
    expect(addSecretKey(settings)).toBe(true);
    expect(running()).toHaveLength(2);
    expect(running().at(-1)).toEqual(first);
    expect(dropSecretKey(settings, first!.bytes)).toBe(true);
    expect(running().map(({ name }) => name)).not.toContain(first!.name);
    expect(addSecretKey({ ...settings, secretKeys: [first!.bytes] })).toBe(false);
  });

  test('is never replaced when its file is damaged', () => {
    const settings = { secretKeys: null, dataDir };
    secretKeys(settings);
    writeFileSync(join(dataDir, 'secret.key'), 'half');
    expect(problemOf(() => secretKeys(settings)).message).toContain('backup');
    expect(readFileSync(join(dataDir, 'secret.key'), 'utf8')).toBe('half');
  });
});

test('a demo clock starts where it is told and runs on', async () => {
  const clock = runningClock(new Date('2026-11-22T01:00:00Z'));
  const first = clock();
  await new Promise((done) => setTimeout(done, 5));
  expect(first.toISOString()).toMatch(/^2026-11-22T01:00:00/);
  expect(clock().getTime()).toBeGreaterThan(first.getTime());
});
