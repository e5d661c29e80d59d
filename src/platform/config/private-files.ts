import { chownSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const isRoot = process.getuid?.() === 0;

/**
 * Makes a folder only its owner may enter. A folder root makes inside another person's folder is given to that
 * person, so that the programme still starts when it is next run without root.
 */
export function makePrivateDir(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (first !== undefined) giveToOwnerOf(dirname(first), path);
}

/** Writes a file only its owner may read, whole or not at all. */
export function writePrivateFile(path: string, text: string): void {
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, text, { mode: 0o600 });
  giveToOwnerOf(dirname(path), part);
  renameSync(part, path);
}

function giveToOwnerOf(parent: string, path: string): void {
  if (!isRoot) return;
  const { uid, gid } = statSync(parent);
  // A shared folder such as /tmp belongs to root already; nothing to give.
  if (uid !== 0) chownSync(path, uid, gid);
}
