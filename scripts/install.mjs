// Runs on any Node from 20 on: it is what brings the newer Node that everything else runs on.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
const installed = join(root, 'node_modules');

/** Installs the packages when they are missing or not those of package-lock.json. Its output goes to standard error. */
export function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(
      `Node ${process.versions.node} is too old. Install Node 20 or later from https://nodejs.org and try again.`,
    );
  }
  if (isInstalled()) return;
  process.stderr.write('Installing the packages; the first time this takes a minute …\n');
  const npm = process.env.npm_execpath;
  const [command, ...start] = npm?.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm'];
  // Only warnings that ask the reader to do something would be worth showing; there are none.
  const args = [
    ...start,
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['inherit', 2, 2] });
  if (error || status !== 0) {
    fail(
      'The packages could not be installed. See above; most often the network or a proxy is the cause (npm config get registry).',
    );
  }
}

/** Whether every package of the lock file is there in its version; npm keeps a record of what it installed. */
/** Whether what npm says it installed is what the lock file asks for. Times would lie: npm writes both files in one go. */
function isInstalled() {
  const record = join(installed, '.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages: have } = JSON.parse(readFileSync(record, 'utf8'));
  const { packages: want } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(want).every(
    ([path, { version, optional }]) =>
      path === '' || (have[path] ? have[path].version === version : optional === true),
  );
}

/** The Node that runs the TypeScript sources: the one npm installed, or this one where install scripts are forbidden. */
export function nodeForSources() {
  const own = join(installed, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  fail(
    'npm was not allowed to install Node 24 (ignore-scripts is set). Run: npm ci --ignore-scripts=false, or use Node 24 yourself.',
  );
}

/**
 * How that Node is run. Answers of the database live briefly and come by the thousand: with room for more of them, few
 * are still alive when the collector comes (a tenth of the programme's time, for 64 MB at most).
 */
export const nodeFlags = ['--min-semi-space-size=32', '--max-semi-space-size=32'];

/** Node keeps what it read and compiled here: the programme then starts in half its time. */
export const compileCache = {
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(installed, '.cache', 'naik-compiled'),
};

/** The environment in which `node` and the installed tools are found first. */
export function toolEnvironment(extra = {}) {
  const path = [join(installed, 'node', 'bin'), join(installed, '.bin'), process.env.PATH].join(
    delimiter,
  );
  return { ...process.env, ...compileCache, PATH: path, ...extra };
}

export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
