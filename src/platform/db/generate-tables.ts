import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { readTables } from './catalogue.ts';
import { openDatabase } from './embedded/open-database.ts';
import { migrate } from './migrate.ts';
import { openOwnerPool } from './pool.ts';
import { dumpSchema } from './schema-dump.ts';
import { writeTableTypes } from './table-types.ts';

/** The two committed files that follow from the migrations, by name, with what they ought to hold. */
export async function generatedFiles(pool: Pool): Promise<Map<string, string>> {
  const tables = await readTables(pool);
  return new Map([
    ['db/tables.ts', writeTableTypes(tables)],
    ['db/schema.sql', await dumpSchema(pool)],
  ]);
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Names of the generated files that are missing or differ from what the migrations say. */
export function staleFiles(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([name, text]) => readOr(join(root, name)) !== text)
    .map(([name]) => name);
}

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Migrates a database made for the purpose and gives the files that follow. */
async function generateFromScratch(): Promise<Map<string, string>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'naik-generate-'));
  const database = await openDatabase({ dataDir, databaseUrl: null }, { durability: 'tests' });
  const pool = openOwnerPool(database.url);
  try {
    await migrate(pool);
    return await generatedFiles(pool);
  } finally {
    await pool.end();
    await database.stop();
    rmSync(dataDir, { recursive: true });
  }
}

/** `db:generate` writes the files; `db:check` (with `--check`) only compares and fails when one is stale. */
async function main(): Promise<void> {
  const files = await generateFromScratch();
  const stale = staleFiles(files);
  if (process.argv.includes('--check')) {
    if (stale.length === 0) return;
    process.stderr.write(
      `${stale.join(' and ')} do not match db/migrations. Run: npm run db:generate\n`,
    );
    process.exitCode = 1;
    return;
  }
  for (const name of stale) writeFileSync(join(root, name), files.get(name) ?? '');
  process.stdout.write(
    stale.length === 0 ? 'nothing to change\n' : `wrote ${stale.join(' and ')}\n`,
  );
}

if (import.meta.main) await main();
