import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useEmptyDatabase } from '#test/database.ts';
import { StartProblem } from '../config/start-problem.ts';
import { migrate, migrationsDir, readMigrations } from './migrate.ts';

const empty = useEmptyDatabase();
let dir: string;
let pool: pg.Pool;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'naik-migrations-'));
  pool = await empty.make();
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

function write(name: string, sql: string): void {
  writeFileSync(join(dir, name), sql);
}

async function problemOf(run: Promise<unknown>): Promise<StartProblem> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof StartProblem) return error;
  throw new Error(`expected a StartProblem, got ${String(error)}`);
}

async function tables(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'naik_migration' order by 1`,
  );
  return rows.map((row) => row.name);
}

test('applies what is new, in order, and nothing twice', async () => {
  write('0001_first.sql', 'create table a (n int);');
  expect(await migrate(pool, dir)).toEqual(['0001_first.sql']);
  write('0002_second.sql', 'alter table a add m int; create table b ();');
  expect(await migrate(pool, dir)).toEqual(['0002_second.sql']);
  expect(await migrate(pool, dir)).toEqual([]);
  expect(await tables()).toEqual(['a', 'b']);
});

test('lets two processes that start together apply each file once', async () => {
  write('0001_first.sql', 'create table a (n int);');
  const applied = await Promise.all([migrate(pool, dir), migrate(pool, dir), migrate(pool, dir)]);
  expect(applied.flat()).toEqual(['0001_first.sql']);
});

test('keeps nothing of a file that fails, and names its line', async () => {
  write('0001_first.sql', 'create table a (n int);\n\nselect nothing_like_this;\n');
  const problem = await problemOf(migrate(pool, dir));
  expect(problem.message).toContain('db/migrations/0001_first.sql:3 failed');
  expect(problem.message).toContain('nothing_like_this');
  expect(await tables()).toEqual([]);
});

test('refuses a file that was changed after it was applied', async () => {
  write('0001_first.sql', 'create table a (n int);');
  await migrate(pool, dir);
  write('0001_first.sql', 'create table a (n bigint);');
  const problem = await problemOf(migrate(pool, dir));
  expect(problem.message).toContain('0001_first.sql is not the file that was applied');
  expect(problem.exitCode).toBe(4);
});

test('refuses a database that a newer version has written', async () => {
  write('0001_first.sql', 'create table a (n int);');
  write('0002_second.sql', 'create table b ();');
  await migrate(pool, dir);
  rmSync(join(dir, '0002_second.sql'));
  expect((await problemOf(migrate(pool, dir))).message).toContain(
    'newer version of naik (it has 0002_second.sql',
  );
});

test.each(['0000_none.sql', 'first.sql', '1_first.sql', '0001-first.sql'])(
  'refuses the file name %s',
  (name) => {
    write(name, 'select 1;');
    expect(() => readMigrations(dir)).toThrow('each number once');
  },
);

test('refuses a number that is there twice', () => {
  write('0003_first.sql', 'select 1;');
  write('0003_second.sql', 'select 1;');
  expect(() => readMigrations(dir)).toThrow('0003_second.sql');
});

test("the product's own migrations are numbered, each number once", () => {
  expect(readMigrations(migrationsDir).length).toBeGreaterThan(0);
});
