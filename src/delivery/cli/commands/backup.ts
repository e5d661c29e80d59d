import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { restoreBackup } from '#platform/db/backup/restore-backup.ts';
import { writeBackup } from '#platform/db/backup/write-backup.ts';
import { UsageProblem } from '../cli-command.ts';
import type { CliCommand } from '../cli-command.ts';

const json = { json: { type: 'boolean' } } as const;

export const backupCommand: CliCommand = {
  name: 'backup',
  summary: 'Writes every table and stored file into one file, as one moment.',
  usage: 'FILE [--json]',
  help: `The server may go on running. FILE must not exist yet. The key that NIKs are sealed with
(secret.key in the data folder, or NAIK_SECRET_KEY) is not in it: keep it apart, and keep it. A backup opens with the keys of its day.`,
  options: json,
  async run({ withApp, settings, positionals, options, out }) {
    const path = target(positionals);
    if (existsSync(path)) throw new UsageProblem(`${path} exists already; name a new file`);
    const done = await withApp((app) =>
      writeBackup(app.pools.owner, {
        path,
        filesDir: join(settings.dataDir, 'files'),
        now: app.now(),
      }),
    );
    out(
      options.json
        ? JSON.stringify({ path, ...done })
        : `${path}: ${done.tables} tables, ${done.files} files. Keep secret.key apart.`,
    );
    return 0;
  },
};

export const restoreCommand: CliCommand = {
  name: 'restore',
  summary: 'Restores a backup into an empty place.',
  usage: 'FILE [--json]',
  help: `Refuses a database that holds a city. Put the old secret.key into the data folder first, or set
NAIK_SECRET_KEY, else NIKs cannot be read. Then check with: naik verify`,
  options: json,
  async run({ withApp, settings, positionals, options, out }) {
    const path = target(positionals);
    if (!existsSync(path)) throw new UsageProblem(`there is no file ${path}`);
    const done = await withApp((app) =>
      restoreBackup(app.pools.owner, { path, filesDir: join(settings.dataDir, 'files') }),
    );
    out(
      options.json
        ? JSON.stringify({ path, ...done })
        : `Restored ${done.tables} tables and ${done.files} files. Check with: naik verify`,
    );
    return 0;
  },
};

function target(positionals: readonly string[]): string {
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageProblem('name one file');
  return resolve(path);
}
