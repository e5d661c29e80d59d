import { createServer, request as send } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { StartProblem } from '#platform/config/start-problem.ts';
import { serve } from './server.ts';
import type { WebServer } from './server.ts';

const running: WebServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** A server that answers which headers its pages would see. */
async function mirror(origin: string): Promise<WebServer> {
  const server = await serve((request, response) => response.end(JSON.stringify(request.headers)), {
    host: '127.0.0.1',
    port: 0,
    origin,
  });
  running.push(server);
  return server;
}

interface Seen {
  asked: IncomingHttpHeaders;
  answered: IncomingHttpHeaders;
}

function ask(port: number, headers: Record<string, string>): Promise<Seen> {
  const { promise, resolve, reject } = Promise.withResolvers<Seen>();
  send({ host: '127.0.0.1', port, headers }, (response) => {
    let text = '';
    response.on('data', (chunk: Buffer) => (text += chunk.toString()));
    response.on('end', () => resolve({ asked: JSON.parse(text), answered: response.headers }));
  })
    .on('error', reject)
    .end();
  return promise;
}

it('takes any host name over plain http, and nothing a client says about itself', async () => {
  const { port } = await mirror('http://localhost:3000');
  const { asked, answered } = await ask(port, {
    host: 'warung.lan:3000',
    'x-naik-host': 'evil.test',
    'x-naik-protocol': 'https',
    'x-naik-address': '10.0.0.1',
    'x-forwarded-for': '10.0.0.2',
  });
  expect(asked).toMatchObject({
    'x-naik-host': 'warung.lan:3000',
    'x-naik-protocol': 'http',
    'x-naik-address': '127.0.0.1',
  });
  expect(answered).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  expect(answered).not.toHaveProperty('strict-transport-security');
});

it('counts every request as coming to the https origin behind a proxy', async () => {
  const { port } = await mirror('https://naik.example.go.id');
  const { asked, answered } = await ask(port, {
    host: 'app:3000',
    'x-forwarded-for': '1.2.3.4, 36.66.1.9',
  });
  expect(asked).toMatchObject({
    'x-naik-host': 'naik.example.go.id',
    'x-naik-protocol': 'https',
    'x-naik-address': '36.66.1.9',
  });
  expect(answered).toHaveProperty('strict-transport-security');
});

it('says which port is taken and what to do', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const started = serve(() => undefined, { host: '127.0.0.1', port, origin: 'http://localhost' });
  await expect(started).rejects.toBeInstanceOf(StartProblem);
  await expect(started).rejects.toMatchObject({ exitCode: 5 });
  await expect(started).rejects.toThrow(`Port ${port} is already used`);
  other.close();
});
