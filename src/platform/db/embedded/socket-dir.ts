import { createHash } from 'node:crypto';
import { chownSync, lstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePrivateDir } from '../../config/private-files.ts';
import { StartProblem } from '../../config/start-problem.ts';

/** A socket's whole path must fit in 104 bytes on macOS and 108 on Linux, its final zero byte included. */
const longestDir = 103 - '/.s.PGSQL.5432'.length;

/**
 * The folder of the database's socket. Only its owner may enter it, which is the whole protection of the database:
 * it listens on no network address and asks for no password. It lies inside the data folder, or, where that path is
 * too long for a socket, under the system's temporary folder by a name made of the path.
 */
export function makeSocketDir(dataDir: string, uid: number | null): string {
  const inside = join(dataDir, 'socket');
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const dir = Buffer.byteLength(inside) <= longestDir ? inside : join(tmpdir(), `naik-${name}`);
  makePrivateDir(dir);
  const found = lstatSync(dir);
  const me = process.getuid?.();
  const trusted = me === undefined || me === 0 || found.uid === me;
  // Anybody may make a folder in /tmp; one that others can enter would open the database to them.
  if (!found.isDirectory() || !trusted || (found.mode & 0o077) !== 0) {
    throw new StartProblem(
      'database',
      `The folder ${dir} must be yours alone (mode 0700). Remove it and start again.`,
    );
  }
  if (uid !== null && found.uid !== uid) chownSync(dir, uid, uid);
  return dir;
}
