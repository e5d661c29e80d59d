import { execFileSync } from 'node:child_process';
import { chownSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../../config/start-problem.ts';

/** How a PostgreSQL program is started so that it does not run as root, which it refuses. */
export interface RunAs {
  /** Command line in front of the program; empty for a normal user. */
  prefix: readonly string[];
  /** User the data must belong to, as this process sees it; null leaves it as it is. */
  uid: number | null;
}

const asMyself: RunAs = { prefix: [], uid: null };

/**
 * Chooses how to run PostgreSQL on `dir`.
 *
 * A normal user runs it directly. For root, three ways are tried in order:
 * 1. the folder belongs to somebody: run as that user, so that he can also start it himself;
 * 2. a user namespace, where root's own files belong to an ordinary number and nothing needs to change hands;
 * 3. the user `nobody`, to whom the database files are given.
 * In 1 and 3 the right to pass closed folders is kept, so a checkout under /root works too.
 */
export function chooseRunAs(program: string, dir: string, processUid = process.getuid?.()): RunAs {
  if (processUid !== 0) return asMyself;
  const owner = statSync(dir).uid;
  const ways = owner === 0 ? [userNamespace(), otherUser(nobody())] : [otherUser(owner)];
  const way = ways.find((candidate) => works(candidate, program));
  if (way !== undefined) return way;
  throw new StartProblem(
    'database',
    'PostgreSQL does not run as root, and this system lets root neither open a user namespace (unshare) nor ' +
      'change user (setpriv). Start naik as a normal user, or set DATABASE_URL (docs/settings.md).',
  );
}

/** Gives a folder and all in it to the user PostgreSQL will run as. */
export function giveTo(runAs: RunAs, dir: string): void {
  const { uid } = runAs;
  if (uid === null || statSync(dir).uid === uid) return;
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(dir, name), uid, uid);
  }
  chownSync(dir, uid, uid);
}

function userNamespace(): RunAs {
  const inside = nobody();
  return {
    prefix: ['unshare', '--user', `--map-user=${inside}`, `--map-group=${inside}`, '--'],
    uid: 0,
  };
}

function otherUser(uid: number): RunAs {
  const passClosedFolders = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return {
    prefix: ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', ...passClosedFolders],
    uid,
  };
}

/** initdb asks for the name of its user, so the number must stand in the user list. */
function nobody(): number {
  const line = /^nobody:[^:]*:(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return Number(line?.[1] ?? 65534);
}

function works(way: RunAs, program: string): boolean {
  const [command, ...rest] = [...way.prefix, program, '--version'];
  try {
    return execFileSync(command, rest, { encoding: 'utf8', stdio: 'pipe' }).includes('PostgreSQL');
  } catch {
    return false;
  }
}
