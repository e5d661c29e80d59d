import { createReadStream, existsSync, rmSync } from 'node:fs';
import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { backupFormat, openBackupWriter } from './backup-file.ts';
import { tablesInOrder } from './table-order.ts';

/**
 * Writes every table and every stored file into one gzip file, as one moment of the database. The key
 * that NIKs are sealed with is not in it: keep that apart.
 *
 * @throws when the target exists already or the disk is full; a half-written file is removed
 */
export async function writeBackup(
  ownerPool: Pool,
  where: { path: string; filesDir: string; now: Date },
): Promise<{ tables: number; files: number }> {
  const writer = await openBackupWriter(where.path);
  const client = await ownerPool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ name: string }>(
      'select name from naik_migration order by number',
    );
    await writer.record(
      {
        kind: 'start',
        format: backupFormat,
        migrations: rows.map((row) => row.name),
        takenAt: where.now.toISOString(),
      },
      nothing(),
    );
    const tables = await tablesInOrder(client);
    for (const table of tables) {
      const copy = client.query(
        copyTo(`copy ${table.name} (${table.columns.join(', ')}) to stdout`),
      );
      await writer.record({ kind: 'table', ...table }, copy);
    }
    let files = 0;
    if (existsSync(where.filesDir)) {
      for await (const path of glob('**/*', { cwd: where.filesDir, withFileTypes: false })) {
        const full = join(where.filesDir, path);
        if (!(await stat(full)).isFile()) continue;
        await writer.record({ kind: 'file', path }, createReadStream(full));
        files += 1;
      }
    }
    await client.query('commit');
    await writer.end();
    return { tables: tables.length, files };
  } catch (error) {
    writer.abandon();
    rmSync(where.path, { force: true });
    throw error;
  } finally {
    client.release(true);
  }
}

async function* nothing(): AsyncGenerator<Buffer> {
  // A record without content.
}
