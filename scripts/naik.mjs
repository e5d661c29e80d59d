// `npm start` and `npm run naik -- …`: installs and builds what is missing, then runs the programme itself.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { compileCache, ensureInstalled, nodeFlags, nodeForSources, root } from './install.mjs';
import { ensureBuilt } from './web-build.mjs';

const args = process.argv.slice(2);
ensureInstalled();
if (args[0] === 'serve' && !args.includes('--help')) ensureBuilt();

// npm runs scripts in the project's folder. Paths on the command line are meant from where the person is; the data
// folder, unless named, is the clone's own from wherever it is called.
const cwd = process.env.INIT_CWD ?? process.cwd();
const dataDir = resolve(cwd, process.env.NAIK_DATA?.trim() || join(root, '.naik'));

const child = spawn(nodeForSources(), [...nodeFlags, join(root, 'src', 'main.ts'), ...args], {
  cwd,
  stdio: 'inherit',
  env: { ...process.env, ...compileCache, NAIK_DATA: dataDir },
});

// Ctrl-C reaches the programme by itself too, being in the same foreground group; it takes the second for the first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

// A killed npm (kill -9, a closed window) tells nobody; that our parent changed is then the message.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 300);
}

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
  process.kill(process.pid, signal);
});
