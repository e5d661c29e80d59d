import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

let dataDir: string;
let port: number;
const started: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'naik-start-'));
  port = await freePort();
});

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  rmSync(dataDir, { recursive: true, force: true });
});

interface Running {
  child: ChildProcess;
  /** All it has written so far. */
  text: () => string;
  exit: Promise<number | null>;
}

function npmStart(settings: Record<string, string> = {}): Running {
  const env = {
    ...process.env,
    NAIK_DATA: dataDir,
    NAIK_DEMO: 'off',
    PORT: String(port),
    LOG_LEVEL: 'warn',
  };
  const child = spawn('npm', ['start'], { cwd: root, env: { ...env, ...settings }, stdio: 'pipe' });
  started.push(child);
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (written += part.toString()));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return { child, text: () => written, exit };
}

async function served(running: Running): Promise<void> {
  const address = `http://localhost:${port}`;
  while (!running.text().includes(address)) {
    if (running.child.exitCode !== null) throw new Error(`ended early:\n${running.text()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const found = (server.address() as AddressInfo).port;
  server.close();
  return found;
}

function databasePid(): number {
  return Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

test('npm start serves, a second one says where, and Ctrl-C ends all of it with code 0', async () => {
  const first = npmStart();
  await served(first);
  const page = await fetch(`http://localhost:${port}/`);
  expect(page.status).toBe(200);

  const second = npmStart();
  expect(await second.exit).toBe(3);
  expect(second.text()).toContain(`at http://localhost:${port}`);

  const database = databasePid();
  first.child.kill('SIGINT');
  expect(await first.exit).toBe(0);
  expect(() => process.kill(database, 0)).toThrow('ESRCH');
});

test('npm start after a kill -9 of everything serves again', async () => {
  const first = npmStart();
  await served(first);
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as { pid: number };
  process.kill(databasePid(), 'SIGKILL');
  process.kill(pid, 'SIGKILL');
  await first.exit;

  const again = npmStart();
  await served(again);
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
});

test('a taken port is named, with the way out, and nothing is left running', async () => {
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const running = npmStart();
  expect(await running.exit).toBe(5);
  expect(running.text()).toContain(String(port));
  expect(running.text()).toContain('PORT');
  expect(() => databasePid()).toThrow('ENOENT');
  other.close();
});

test('a wrong setting is named before anything is started', async () => {
  const running = npmStart({ PORT: 'web' });
  expect(await running.exit).toBe(2);
  expect(running.text()).toContain('PORT must be a whole number');
  expect(running.text()).toContain('docs/settings.md');
});
