import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';

/** What stands between a phone and the city: passes everything on, or does what bad cells and busy servers do. */
export type LineState =
  | 'good'
  /** Nothing comes back. */
  | 'down'
  /** What proxies answer for a server that is not there. */
  | 'bad-gateway'
  /** The server answers a phone that the office has revoked. */
  | 'revoked';

export class BadLine {
  state: LineState = 'good';
  /** Set, the service worker is another version than the one served. */
  newVersion = '';
  readonly address: string;
  readonly #close: () => Promise<void>;

  private constructor(address: string, close: () => Promise<void>) {
    this.address = address;
    this.#close = close;
  }

  /** @param server address of the programme */
  static async before(server: string): Promise<BadLine> {
    const proxy = createServer();
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const at = proxy.address();
    const port = typeof at === 'object' && at ? at.port : 0;
    const line = new BadLine(`http://localhost:${port}`, async () => {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    });
    proxy.on('request', (request, response) => line.#pass(server, request, response));
    return line;
  }

  close(): Promise<void> {
    return this.#close();
  }

  #pass(server: string, request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    if (path.startsWith('/api/sync/') && this.state !== 'good') {
      if (this.state === 'down') request.socket.destroy();
      else if (this.state === 'revoked') response.writeHead(401).end('{}');
      else response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      return;
    }
    const worker = path === '/lapangan/sw.js' && this.newVersion !== '';
    const headers = worker ? { host: request.headers.host } : request.headers;
    const passed = ask(server + path, { method: request.method, headers }, (answer) => {
      const { 'content-length': _, ...rest } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, worker ? rest : answer.headers);
      answer.pipe(response, { end: !worker });
      if (worker) answer.on('end', () => response.end(`\n// ${this.newVersion}`));
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  }
}
