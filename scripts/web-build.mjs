import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, nodeForSources, root, toolEnvironment } from './install.mjs';

const stamp = join(root, 'build', '.stamp');
const configs = ['vite.config.ts', 'vite.field.config.ts'];

/** Builds the pages when a source changed since the last build. */
export function ensureBuilt() {
  const sources = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  process.stderr.write('Building the pages …\n');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // The field app comes second: building the pages empties the folder.
  for (const config of configs) {
    const { status, stdout, stderr } = spawnSync(
      nodeForSources(),
      [vite, 'build', '--config', config, '--logLevel', 'warn'],
      {
        cwd: root,
        encoding: 'utf8',
        env: toolEnvironment({ NODE_ENV: 'production' }),
      },
    );
    if (status !== 0) {
      process.stderr.write(`${stdout}\n${stderr}\n`);
      fail('The pages could not be built; the reason is above.');
    }
  }
  writeFileSync(stamp, sources);
}

/** Pages are made from the domains' sources too, so all of src counts, its tests excepted. */
function sourceHash() {
  const hash = createHash('sha256');
  const inSrc = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  for (const path of [
    ...inSrc.sort(),
    ...configs.map((config) => join(root, config)),
    join(root, 'scripts', 'field-shell.ts'),
    join(root, 'package-lock.json'),
  ]) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
