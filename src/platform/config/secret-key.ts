import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateDir, writePrivateFile } from './private-files.ts';
import type { Settings } from './settings.ts';
import { StartProblem } from './start-problem.ts';

/**
 * The 32-byte key that NIK, phone numbers and session cookies are protected with. It is never kept in the database:
 * it comes from NAIK_SECRET_KEY, else from `secret.key` in the data folder (mode 0600), made on first use.
 */
export function secretKey(settings: Pick<Settings, 'secretKey' | 'dataDir'>): Buffer {
  if (settings.secretKey !== null) return settings.secretKey;
  const path = join(settings.dataDir, 'secret.key');
  if (!existsSync(path)) {
    makePrivateDir(settings.dataDir);
    writePrivateFile(path, `${randomBytes(32).toString('hex')}\n`);
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length === 32) return key;
  throw new StartProblem(
    'settings',
    `The key file ${path} is damaged. Put back the copy from your backup, or set NAIK_SECRET_KEY; ` +
      'without the same key the stored NIK cannot be read.',
  );
}
