import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#platform/db/embedded/open-database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openOwnerPool } from '#platform/db/pool.ts';
import { databaseUrl, templateName } from './database-names.ts';

/**
 * One PostgreSQL for a whole test run, without fsync, in a folder of its own; with one migrated database that every
 * test file copies (a copy takes some 50 ms, the migrations ten times that).
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'naik-test-'));
  const database = await openDatabase(
    { dataDir, databaseUrl: null },
    { purpose: 'serve', durability: 'tests' },
  );
  const owner = openOwnerPool(database.url);
  await owner.query(`create database ${templateName}`);
  await owner.end();
  const template = openOwnerPool(databaseUrl(database.url, templateName));
  await migrate(template);
  await template.end();
  project.provide('serverUrl', database.url);
  return async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
