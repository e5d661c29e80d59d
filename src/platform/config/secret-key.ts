import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ringOf } from '#platform/secrets/key-ring.ts';
import type { KeyRing } from '#platform/secrets/key-ring.ts';
import { makePrivateDir, writePrivateFile } from './private-files.ts';
import type { Settings } from './settings.ts';
import { StartProblem } from './start-problem.ts';

type Where = Pick<Settings, 'secretKeys' | 'dataDir'>;

/**
 * The 32-byte keys that NIK, KK and second factors are protected with, the newest first. They are never kept in the
 * database: they come from NAIK_SECRET_KEY, else from `secret.key` in the data folder (mode 0600), made on first use
 * with one key. The file is looked at whenever the keys are asked for: a key that `naik keys rotate` adds is known to a
 * running server at once.
 */
export function secretKeys(settings: Where): KeyRing {
  if (settings.secretKeys !== null) return ringOf(settings.secretKeys);
  const path = keyFile(settings);
  if (!existsSync(path)) {
    makePrivateDir(settings.dataDir);
    writeKeys(path, [randomBytes(32)]);
  }
  let ring = ringOf(readKeys(path));
  let seen = markOf(path);
  return () => {
    const mark = markOf(path);
    if (mark !== seen) {
      ring = ringOf(readKeys(path));
      seen = mark;
    }
    return ring();
  };
}

/** Puts a new key before the others in the file. @returns false where the keys come from NAIK_SECRET_KEY */
export function addSecretKey(settings: Where): boolean {
  if (settings.secretKeys !== null) return false;
  const path = keyFile(settings);
  writeKeys(path, [randomBytes(32), ...readKeys(path)]);
  return true;
}

/** Takes a key out of the file. @returns false where the keys come from NAIK_SECRET_KEY */
export function dropSecretKey(settings: Where, bytes: Buffer): boolean {
  if (settings.secretKeys !== null) return false;
  const path = keyFile(settings);
  writeKeys(
    path,
    readKeys(path).filter((key) => !key.equals(bytes)),
  );
  return true;
}

function keyFile({ dataDir }: Where): string {
  return join(dataDir, 'secret.key');
}

function writeKeys(path: string, keys: readonly Buffer[]): void {
  writePrivateFile(path, keys.map((key) => `${key.toString('hex')}\n`).join(''));
}

function readKeys(path: string): Buffer[] {
  const lines = readFileSync(path, 'utf8').trim().split(/\s+/);
  const keys = lines.map((line) => Buffer.from(line, 'hex'));
  if (keys.every((key) => key.length === 32)) return keys;
  throw new StartProblem(
    'settings',
    `The key file ${path} is damaged. Put back the copy from your backup, or set NAIK_SECRET_KEY; ` +
      'without the same key the stored NIK cannot be read.',
  );
}

/** Changes whenever the file is written: it is always replaced whole. */
function markOf(path: string): string {
  const { ino, mtimeMs, size } = statSync(path);
  return `${ino} ${mtimeMs} ${size}`;
}
