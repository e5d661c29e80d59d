// `npm run bench -- NAME …`: installs and builds what is missing, then measures.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, nodeFlags, nodeForSources, root } from './install.mjs';
import { ensureBuilt } from './web-build.mjs';

const measured = ['pages', 'weight', 'start'];
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('-'));

ensureInstalled();
if (
  !args.includes('--help') &&
  (names.length === 0 || names.some((name) => measured.includes(name)))
)
  ensureBuilt();

const { status } = spawnSync(
  nodeForSources(),
  [...nodeFlags, join(root, 'bench', 'run.ts'), ...args],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
