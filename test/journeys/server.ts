import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

const root = new URL('../..', import.meta.url).pathname;

/** Starts the programme as `npm start` does, on a day of the journey's choosing, and waits for its first page. */
export async function serveOn(
  dataDir: string,
  now: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const port = await freePort();
  const child = spawn(process.execPath, ['src/main.ts', 'serve'], {
    cwd: root,
    env: {
      ...process.env,
      NAIK_DATA: dataDir,
      NAIK_NOW: now,
      PORT: String(port),
      HOST: '127.0.0.1',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const address = `http://localhost:${port}`;
  await firstPage(child, address, said);
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function firstPage(child: ChildProcess, address: string, said: string[]): Promise<void> {
  const until = Date.now() + 220_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said.join('')}`);
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no page came: ${said.join('')}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
