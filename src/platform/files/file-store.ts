import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files by the hash of their content, under `files/` of the data folder: the same content lies there once. */
export interface FileStore {
  /**
   * Keeps the bytes and gives their SHA-256. When it returns they are on the disk, whole, under that name.
   *
   * @throws the system's error where the disk is full; nothing is left behind then
   */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes; null where no such file is kept or its content no longer has this hash. */
  get(sha256: string): Promise<Uint8Array | null>;
}

/** @param dataDir absolute path of the data folder */
export function openFileStore(dataDir: string): FileStore {
  const pathOf = (sha256: string) => join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2));
  return {
    async put(bytes) {
      const sha256 = hashOf(bytes);
      const path = pathOf(sha256);
      const isThere = (await sizeOf(path)) === bytes.length && (await touch(path));
      if (!isThere) await writeWhole(path, bytes);
      return sha256;
    },
    async get(sha256) {
      if (!/^[0-9a-f]{64}$/u.test(sha256)) return null;
      try {
        const bytes = await readFile(pathOf(sha256));
        return hashOf(bytes) === sha256 ? bytes : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A file sent again is young again: the sweep leaves it to whoever is about to name it. @returns whether it was there */
async function touch(path: string): Promise<boolean> {
  try {
    const now = new Date();
    await utimes(path, now, now);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Written under another name, flushed, then renamed: a power cut leaves the old state or the whole file. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
