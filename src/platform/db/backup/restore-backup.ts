import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartProblem } from '#platform/config/start-problem.ts';
import { backupFormat, damaged, readBackup } from './backup-file.ts';
import type { RecordHead } from './backup-file.ts';
import { continueSequences } from './continue-sequences.ts';
import { tablesInOrder } from './table-order.ts';

/**
 * Restores a backup into an empty, migrated database and files folder; all of the tables or none.
 *
 * @throws StartProblem when the database is not empty, the file is damaged, or it was taken by a programme
 *   with other migrations
 */
export async function restoreBackup(
  ownerPool: Pool,
  where: { path: string; filesDir: string },
): Promise<{ tables: number; files: number }> {
  const client = await ownerPool.connect();
  try {
    await client.query('begin');
    await assertEmpty(client);
    const known = new Map((await tablesInOrder(client)).map((table) => [table.name, table]));
    const counts = { tables: 0, files: 0 };
    let started = false;
    for await (const { head, content } of readBackup(where.path)) {
      if (!started && head.kind !== 'start') throw damaged(where.path);
      if (head.kind === 'start') {
        await assertSameMigrations(client, head);
        started = true;
        await drain(content);
      } else if (head.kind === 'table') {
        if (!known.has(head.name)) throw damaged(where.path);
        const copy = client.query(
          copyFrom(`copy ${head.name} (${head.columns.join(', ')}) from stdin`),
        );
        await pipeline(Readable.from(content), copy);
        counts.tables += 1;
      } else if (head.kind === 'file') {
        const target = safePath(where, head.path);
        mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
        await pipeline(Readable.from(content), createWriteStream(target, { mode: 0o600 }));
        counts.files += 1;
      }
    }
    await continueSequences(client);
    // The queue itself is not part of a backup: what had not run yet can be asked for again on the jobs page.
    await client.query(
      `update platform.job_run set state = 'failed', ended_at = now(), problem = $1
      where state in ('waiting', 'running')`,
      [
        JSON.stringify({
          code: 'job.restored',
          words: {
            id: 'Belum selesai ketika cadangan dibuat. Tekan Ulangi.',
            en: 'Not finished when the backup was taken. Press Retry.',
          },
        }),
      ],
    );
    await client.query('commit');
    return counts;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release(true);
  }
}

async function assertEmpty(client: PoolClient): Promise<void> {
  const { rows } = await client.query('select 1 from access.city limit 1');
  if (rows.length === 0) return;
  throw new StartProblem(
    'failed',
    'This database already holds a city, and a restore never writes over one. Restore into an empty folder: NAIK_DATA=/new/folder naik restore FILE',
  );
}

async function assertSameMigrations(
  client: PoolClient,
  head: RecordHead & { kind: 'start' },
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select name from naik_migration order by number',
  );
  const ours = rows.map((row) => row.name).join(' ');
  if (head.format === backupFormat && head.migrations.join(' ') === ours) return;
  throw new StartProblem(
    'failed',
    `This backup was taken by another version (its last migration is ${head.migrations.at(-1) ?? 'none'}). Restore it with that version, then upgrade.`,
  );
}

/** A path inside the files folder, whatever the backup says. */
function safePath(where: { path: string; filesDir: string }, path: string): string {
  const normal = normalize(path);
  if (isAbsolute(normal) || normal.startsWith('..')) throw damaged(where.path);
  return join(where.filesDir, normal);
}

/** Reads a record whose content does not matter to its end, where the next one begins. */
async function drain(content: AsyncGenerator<Buffer>): Promise<void> {
  let next = await content.next();
  while (!next.done) next = await content.next();
}
