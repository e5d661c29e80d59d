import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { StartProblem } from '../config/start-problem.ts';

/** Any number that no other programme on the same server is likely to lock. */
const lockNumber = 7_150_110;

export const migrationsDir = fileURLToPath(new URL('../../../db/migrations/', import.meta.url));

interface Migration {
  number: number;
  name: string;
  sql: string;
  sha256: string;
}

interface AppliedMigration {
  number: number;
  name: string;
  sha256: string;
}

/**
 * Brings the database to the newest state: the numbered files of db/migrations in order, each in one transaction,
 * then the job queue's own tables. Two processes may call it at once; the second waits and finds nothing to do.
 * @returns names of the files applied now.
 * @throws StartProblem when an applied file was changed, is missing, or fails.
 */
export async function migrate(pool: pg.Pool, dir = migrationsDir): Promise<string[]> {
  const migrations = readMigrations(dir);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    const applied = await readApplied(client);
    assertSameHistory(migrations, applied);
    const missing = migrations.slice(applied.length);
    for (const migration of missing) await apply(client, migration);
    await runMigrations({ pgPool: pool });
    return missing.map((migration) => migration.name);
  } finally {
    // Ending the session gives back the lock whatever happened.
    client.release(true);
  }
}

/**
 * Reads the files in order of their numbers, each of which is there once. A number may be skipped: changes made
 * side by side take theirs before they are ready.
 */
export function readMigrations(dir: string): Migration[] {
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  let before = 0;
  return names.map((name) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (!(number > before)) {
      throw new Error(`${name}: migrations are named 0001_what.sql, each number once`);
    }
    before = number;
    const sql = readFileSync(join(dir, name), 'utf8');
    return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

async function readApplied(client: pg.PoolClient): Promise<AppliedMigration[]> {
  await client.query(`
    create table if not exists public.naik_migration (
      number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
  const found = await client.query<AppliedMigration>(
    'select number, name, sha256 from public.naik_migration order by number',
  );
  return found.rows;
}

function assertSameHistory(migrations: Migration[], applied: AppliedMigration[]): void {
  for (const [index, old] of applied.entries()) {
    const file = migrations[index];
    if (file?.number !== old.number) {
      throw new StartProblem(
        'database',
        `The database was written by a newer version of naik (it has ${old.name}, which this version lacks). ` +
          'Install the newer version, or restore a backup made by this one.',
      );
    }
    if (file.sha256 !== old.sha256) {
      throw new StartProblem(
        'database',
        `db/migrations/${file.name} is not the file that was applied to this database. An applied migration is never ` +
          'edited: put the file back and write the change as a new one. For a demo without real data, start with an empty NAIK_DATA.',
      );
    }
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query(
      'insert into public.naik_migration (number, name, sha256) values ($1, $2, $3)',
      [migration.number, migration.name, migration.sha256],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw explain(migration, error);
  }
}

function explain(migration: Migration, error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const line = migration.sql.slice(0, Number(error.position ?? 0)).split('\n').length;
  const at = error.position === undefined ? migration.name : `${migration.name}:${line}`;
  const hint = [error.detail, error.hint, error.where].filter(Boolean).join('\n');
  const message = `db/migrations/${at} failed and nothing of it was kept: ${error.message}`;
  return new StartProblem(
    error.code === '53100' ? 'diskFull' : 'database',
    hint === '' ? message : `${message}\n${hint}`,
    error,
  );
}
