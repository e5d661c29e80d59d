import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openOwnerPool, openPools } from '#platform/db/pool.ts';
import type { Pools } from '#platform/db/pool.ts';
import { readIn } from '#platform/db/reader.ts';
import type { Reader } from '#platform/db/reader.ts';
import { writeIn } from '#platform/db/tx.ts';
import type { Tx } from '#platform/db/tx.ts';
import { databaseUrl, templateName } from './database-names.ts';

/** The city of tests that need only one: Kota Jambi. */
export const testCity = '15.71';

/** A migrated, empty database of one test file. Its members may be used from `beforeAll` on. */
export interface TestDatabase {
  readonly url: string;
  readonly pools: Pools;
  read<T>(work: (db: Reader) => Promise<T>, city?: string): Promise<T>;
  write<T>(work: (tx: Tx) => Promise<T>, city?: string): Promise<T>;
}

/**
 * Call once at the top of a test file: makes the file's own database before its tests and drops it after them.
 * Tests within a file share it, and so must not count on being alone in it.
 */
export function useDatabase(): TestDatabase {
  const serverUrl = inject('serverUrl');
  const name = newName();
  const url = databaseUrl(serverUrl, name);
  let opened: Pools | undefined;

  const pools = (): Pools => {
    if (opened === undefined) throw new Error('the test database is there from beforeAll on');
    return opened;
  };

  beforeAll(async () => {
    // By its files: page by page through the buffers, making and dropping it would take three times as much.
    await onServer(
      serverUrl,
      `create database ${name} template ${templateName} strategy file_copy`,
    );
    opened = openPools(url, { size: 8 });
  });

  afterAll(async () => {
    await opened?.end();
    await onServer(serverUrl, `drop database if exists ${name} with (force)`);
  });

  return {
    url,
    get pools() {
      return pools();
    },
    read: (work, city = testCity) => readIn(pools().app, city, work),
    write: (work, city = testCity) => writeIn(pools().app, city, work),
  };
}

/** For tests of migrations: databases with nothing in them, gone when the file is done. */
export function useEmptyDatabase(): { make(): Promise<pg.Pool> } {
  const serverUrl = inject('serverUrl');
  const made: { name: string; pool: pg.Pool }[] = [];

  afterAll(async () => {
    for (const { name, pool } of made) {
      await pool.end();
      await onServer(serverUrl, `drop database if exists ${name} with (force)`);
    }
  });

  return {
    async make() {
      const name = newName();
      await onServer(serverUrl, `create database ${name}`);
      const pool = openOwnerPool(databaseUrl(serverUrl, name), 8);
      made.push({ name, pool });
      return pool;
    },
  };
}

function newName(): string {
  return `naik_test_${randomUUID().replaceAll('-', '')}`;
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const pool = openOwnerPool(serverUrl, 1);
  try {
    await pool.query(sql);
  } finally {
    await pool.end();
  }
}
