import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whoever sends a file names it in a record within this time; it is also what the law gives for erasing. */
const restMs = 3 * 24 * 60 * 60_000;
const filesAtOnce = 500;

/** Which of these files some record needs. */
export type Needed = (hashes: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Takes files off the disk that no record needs any more: a photo whose person was erased, a spreadsheet whose rows were
 * emptied. Killed in between, the next run goes on.
 *
 * A file is set aside under another name before the records are asked a last time: whoever sends the same content
 * meanwhile finds nothing there and writes it whole; whoever named it just before gets it back.
 *
 * @param nowMs by the clock that the disk's own times are told by
 * @returns how many went
 */
export async function sweepFiles(dataDir: string, needed: Needed, nowMs: number): Promise<number> {
  const root = join(dataDir, 'files');
  const folders = (await readdir(root).catch(() => [])).filter((name) =>
    /^[0-9a-f]{2}$/u.test(name),
  );
  const hashes: string[] = [];
  for (const folder of folders)
    for (const name of await readdir(join(root, folder))) {
      const [, rest] = /^([0-9a-f]{62})(?:\.going)?$/u.exec(name) ?? [];
      if (rest !== undefined && (await hasRested(join(root, folder, name), nowMs)))
        hashes.push(folder + rest);
    }
  let swept = 0;
  for (let at = 0; at < hashes.length; at += filesAtOnce)
    swept += await sweepSome({ root, nowMs }, hashes.slice(at, at + filesAtOnce), needed);
  return swept;
}

async function sweepSome(
  { root, nowMs }: { root: string; nowMs: number },
  hashes: readonly string[],
  needed: Needed,
): Promise<number> {
  const first = await needed(hashes);
  const asideOf = (sha256: string) => `${pathOf(root, sha256)}.going`;
  const idle = hashes.filter((sha256) => !first.has(sha256));
  for (const sha256 of idle) await rename(pathOf(root, sha256), asideOf(sha256)).catch(unlessGone);
  // What an earlier run set aside and did not end is asked about again, too.
  const again = await needed(hashes);
  let swept = 0;
  for (const sha256 of hashes) {
    const aside = asideOf(sha256);
    const rested = await hasRested(aside, nowMs);
    if (again.has(sha256) || !rested) await rename(aside, pathOf(root, sha256)).catch(unlessGone);
    else {
      await rm(aside, { force: true });
      swept += 1;
    }
  }
  return swept;
}

async function hasRested(path: string, nowMs: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && nowMs - found.mtimeMs > restMs;
}

function pathOf(root: string, sha256: string): string {
  return join(root, sha256.slice(0, 2), sha256.slice(2));
}

/** Another run was there first. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
