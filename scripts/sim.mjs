// `npm run sim -- --seeds 10000`: phones, signal and server in a seeded story each; counts what was lost, doubled, diverged.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, nodeForSources, root } from './install.mjs';

ensureInstalled();
const { status } = spawnSync(
  nodeForSources(),
  [join(root, 'test', 'sim', 'run.ts'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
