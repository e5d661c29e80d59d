import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files by their path from the project's root, with `/` everywhere. A test may plant files that are not on disk. */
export type SourceTree = ReadonlyMap<string, string>;

/** A rule that was broken, and where. */
export interface Violation {
  rule: string;
  file: string;
  says: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const written = /\.(ts|svelte|mjs|css|sql|html)$/;

/** Everything written by hand: what is generated is left out. */
export function readSourceTree(): SourceTree {
  const tree = new Map<string, string>();
  for (const top of ['src', 'db', 'test', 'bench', 'scripts']) {
    for (const path of filesUnder(join(root, top))) {
      const name = relative(root, path).replaceAll(sep, '/');
      if (written.test(name) && !generated.has(name)) tree.set(name, readFileSync(path, 'utf8'));
    }
  }
  return tree;
}

const generated = new Set(['db/tables.ts', 'db/schema.sql']);

function filesUnder(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
