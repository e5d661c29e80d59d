import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { StartProblem } from '#platform/config/start-problem.ts';
import { readFieldFiles, withField } from './field-files.ts';
import { securityHeaders } from './security-headers.ts';

/** Where and how to serve; a part of the programme's settings. */
export interface WebServerSettings {
  host: string;
  port: number;
  /** The address people type; with https it also says that a proxy in front ends TLS. */
  origin: string;
}

export interface WebServer {
  /** The port in use, which differs from the one asked for when that was 0. */
  readonly port: number;
  /** Takes no new connections, lets running requests end, and gives up on them after ten seconds. */
  close(): Promise<void>;
}

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Larger than the largest spreadsheet or photo taken in; domains set their own, smaller limits. */
const bodyLimit = '26M';
const graceMs = 10_000;

// The built pages ask these headers for the address of a request. They are ours: what a client sends under
// these names is overwritten, so nobody can pretend to be another host or address.
const adapterSettings = {
  NAIK_HTTP_PROTOCOL_HEADER: 'x-naik-protocol',
  NAIK_HTTP_HOST_HEADER: 'x-naik-host',
  NAIK_HTTP_ADDRESS_HEADER: 'x-naik-address',
  NAIK_HTTP_BODY_SIZE_LIMIT: bodyLimit,
};

/** The pages' module, or the field app's folder, is not there. */
const neverBuilt = new Set(['ERR_MODULE_NOT_FOUND', 'ENOENT']);

/**
 * Serves the built pages, and before them whatever door takes a request for itself.
 *
 * @throws StartProblem when they were never built, and as `serve` does.
 */
export async function startWebServer(
  settings: WebServerSettings,
  door: Handler = (_request, _response, next) => next(),
): Promise<WebServer> {
  const pages = await loadHandler();
  return serve(
    (request, response, next) => door(request, response, () => pages(request, response, next)),
    settings,
  );
}

/**
 * Serves a handler of requests.
 *
 * Over plain http every host name works, so that forms can be sent from `localhost`, a LAN address or a test.
 * With an https origin, requests count as coming to that origin, whatever the proxy passes on.
 *
 * @throws StartProblem when the port is taken or may not be used.
 */
export async function serve(handler: Handler, settings: WebServerSettings): Promise<WebServer> {
  const origin = new URL(settings.origin);
  const secure = origin.protocol === 'https:';
  const headers = Object.entries(securityHeaders(secure));

  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    request.headers['x-naik-protocol'] = secure ? 'https' : 'http';
    request.headers['x-naik-host'] = secure ? origin.host : (request.headers.host ?? origin.host);
    request.headers['x-naik-address'] = clientAddress(request, secure);
    handler(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  // Longer than proxies keep theirs, so that none of them reuses a connection this side has just closed.
  server.keepAliveTimeout = 75_000;

  await listen(server, settings);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  return { port, close: () => close(server) };
}

/** The address behind one trusted proxy: the last entry, which the proxy itself wrote. */
function clientAddress(request: IncomingMessage, behindProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? '';
  if (!behindProxy) return direct;
  const forwarded = request.headers['x-forwarded-for'];
  const list = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '');
  return list.split(',').at(-1)?.trim() || direct;
}

async function loadHandler(): Promise<Handler> {
  Object.assign(process.env, adapterSettings);
  const url = new URL('../../../build/handler.js', import.meta.url);
  try {
    const built: { handler: Handler } = await import(url.href);
    return withField(readFieldFiles(), built.handler);
  } catch (error) {
    if (error instanceof Error && 'code' in error && neverBuilt.has(String(error.code))) {
      throw new StartProblem('failed', 'The pages have not been built. Run: npm run build', error);
    }
    throw error;
  }
}

async function listen(server: Server, { host, port }: WebServerSettings): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) => reject(listenProblem(error, host, port)));
  server.listen(port, host, resolve);
  await promise;
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartProblem(
        'portTaken',
        `Port ${port} is already used by another program, perhaps by a Naik Kelas that is still running.\n` +
          `Stop that one, or choose another port, such as: PORT=${port + 1} npm start`,
        error,
      );
    case 'EACCES':
      return new StartProblem(
        'portTaken',
        `This user may not open port ${port}. Choose a port from 1024 up, such as: PORT=3000 npm start`,
        error,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartProblem(
        'settings',
        `HOST is ${host}, which is not an address of this computer.`,
        error,
      );
    default:
      return error;
  }
}

async function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const giveUp = setTimeout(() => server.closeAllConnections(), graceMs);
  server.close(() => resolve());
  server.closeIdleConnections();
  await promise;
  clearTimeout(giveUp);
}
