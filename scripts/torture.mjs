// `npm run torture -- lending --kills 200`: kills the server and its database while they work, and counts what was lost.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, nodeForSources, root } from './install.mjs';

ensureInstalled();
const { status } = spawnSync(
  nodeForSources(),
  [join(root, 'test', 'torture', 'run.ts'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
