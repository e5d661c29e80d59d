import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

export interface Visit {
  readonly url: string;
  readonly cookie: string;
  /** People with a page open, each on a connection of her own. */
  readonly visitors: number;
  /** What each of them waits between two pages. */
  readonly everyMs: number;
  readonly seconds: number;
}

export interface Visited {
  /** From asking until the last byte of each page, in milliseconds. */
  readonly took: readonly number[];
  readonly errors: number;
}

/**
 * Lets visitors open a page again and again from a thread of their own, so that they do not wait for the server they
 * measure. They come one after the other within the pause: fifty people do not click in the same millisecond, which is
 * what autocannon's `overallRate` makes of them.
 */
export function visit(asked: Visit): Promise<Visited> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: asked });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function visitAll({ url, cookie, visitors, everyMs, seconds }: Visit): Promise<Visited> {
  const agent = new Agent({ keepAlive: true, maxSockets: visitors });
  const took: number[] = [];
  let errors = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: visitors }, async (_, visitor) => {
      for (let time = 0; time < (seconds * 1000) / everyMs; time += 1) {
        const due = begun + time * everyMs + (visitor * everyMs) / visitors;
        await sleep(Math.max(0, due - performance.now()));
        // From when she wanted it: a page that keeps her waiting must not make the next one look quick.
        if (await opens(url, { agent, cookie })) took.push(performance.now() - due);
        else errors += 1;
      }
    }),
  );
  agent.destroy();
  return { took, errors };
}

function opens(url: string, { agent, cookie }: { agent: Agent; cookie: string }): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent, headers: { cookie, accept: 'text/html' } }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode === 200));
      response.once('error', () => resolve(false));
    }).once('error', () => resolve(false));
  });
}

if (!isMainThread) parentPort?.postMessage(await visitAll(workerData as Visit));
