import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningServer {
  readonly address: string;
  readonly dataDir: string;
  /** Milliseconds from the start of the process to the first page. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

const root = new URL('..', import.meta.url).pathname;

/** A free port of this machine; somebody may take it in between, which a benchmark can live with. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts the programme as `npm start` does, and waits for its first page. */
export async function startServer(
  options: { dataDir?: string; path?: string } = {},
): Promise<RunningServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'naik-bench-'));
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...process.execArgv, join(root, 'src/main.ts'), 'serve'], {
    cwd: root,
    env: {
      ...process.env,
      NAIK_DATA: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const address = `http://localhost:${port}`;
  await firstPage(child, address + (options.path ?? '/'), () => said);
  return {
    address,
    dataDir,
    startedInMs: performance.now() - started,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function firstPage(child: ChildProcess, url: string, said: () => string): Promise<void> {
  for (let i = 0; i < 2400; i += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said()}`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) {
      await response.text();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no page within a minute: ${said()}`);
}
