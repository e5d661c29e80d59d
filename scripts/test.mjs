// `npm test` on a fresh clone: installs what is missing, then runs everything.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, nodeForSources, root, toolEnvironment } from './install.mjs';

ensureInstalled();
const { status } = spawnSync(nodeForSources(), [join(root, 'scripts', 'check.mjs')], {
  cwd: root,
  stdio: 'inherit',
  env: toolEnvironment(),
});
process.exit(status ?? 1);
