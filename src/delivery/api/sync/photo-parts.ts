import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A phone that still has the photo comes again within hours; after this long it was lost, sold or set up anew. */
const keptMs = 14 * 24 * 60 * 60_000;

const folderOf = (dataDir: string) => join(dataDir, 'photo-parts');

/** Where the pieces of one phone's photo are put together. */
export async function partOf(
  dataDir: string,
  { deviceId, sha256 }: { deviceId: string; sha256: string },
): Promise<string> {
  const folder = folderOf(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, `${deviceId}.${sha256}`);
}

/** @returns how long it has become, in bytes */
export async function append(path: string, piece: Buffer): Promise<number> {
  const file = await open(path, 'a', 0o600);
  try {
    await file.writeFile(piece);
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** In bytes; 0 where there is nothing yet. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}

/**
 * Takes away what was begun and never finished. Nothing is lost by it: a phone that does come again is told that nothing
 * is here, and begins anew.
 *
 * @param nowMs by the clock that the disk's own times are told by
 * @returns how many went
 */
export async function sweepPhotoParts(dataDir: string, nowMs: number): Promise<number> {
  const names = await readdir(folderOf(dataDir)).catch(() => []);
  let swept = 0;
  for (const name of names) {
    const path = join(folderOf(dataDir), name);
    const touched = await stat(path).catch(() => null);
    if (!touched || nowMs - touched.mtimeMs < keptMs) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}
