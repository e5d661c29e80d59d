import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** How an answer may end on its way back to the phone. */
export type Ending = 'whole' | 'dropped' | 'half';

/** What stands between phones and the server: it lets every request through, and not every answer. */
export interface CuttingProxy {
  readonly url: string;
  /** Answers that told of work done and never reached the phone. */
  readonly cuts: () => number;
  close(): void;
}

/**
 * @param server where the server listens now
 * @param ending what becomes of the next answer
 */
export async function cuttingProxy(
  server: () => number,
  ending: () => Ending,
): Promise<CuttingProxy> {
  let cuts = 0;
  const proxy: Server = createServer((request, response) => {
    forward(request, server(), (answer) => {
      if (answer === null) {
        response.destroy();
        return;
      }
      const told = answer.status === 200 && /"status":"(applied|already)"/.test(answer.text);
      const end = told ? ending() : 'whole';
      if (end !== 'whole') cuts += 1;
      finish(response, answer, end);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    cuts: () => cuts,
    close: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** By the time an answer is here whole, what it tells of is committed. */
function forward(from: IncomingMessage, port: number, then: (answer: Answer | null) => void): void {
  const { 'accept-encoding': _, ...headers } = from.headers;
  const onward = ask(
    { port, host: '127.0.0.1', path: from.url, method: from.method, headers },
    (back) => {
      const chunks: Buffer[] = [];
      back.on('data', (chunk: Buffer) => chunks.push(chunk));
      back.on('end', () =>
        then({ status: back.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
      back.on('error', () => then(null));
    },
  );
  onward.on('error', () => then(null));
  from.pipe(onward);
}

function finish(response: ServerResponse, { status, text }: Answer, end: Ending): void {
  if (end === 'dropped') {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  if (end === 'whole') {
    response.end(text);
    return;
  }
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}
