import type { Json } from '#platform/command/command.ts';
import type { Network, WireAnswer } from '#platform/sync/ports.ts';

const giveUpMs = 60_000;

/**
 * The server as this phone reaches it. Each call settles: a minute without a byte and it gives up, since a bad cell
 * keeps connections open that carry nothing.
 */
export function httpNetwork(secrets: { push: () => string; read: () => string | null }): Network {
  return {
    push: (request) => post('/api/sync/push', secrets.push(), request),
    async pull(request) {
      const secret = secrets.read();
      if (secret === null) throw new Error('The snapshot is read only while the app is unlocked.');
      return post('/api/sync/pull', secret, request);
    },
    async photoHas(sha256) {
      const answer = await patient((signal) =>
        fetch(`/api/sync/photo/${sha256}`, { ...bearer(secrets.push()), method: 'GET', signal }),
      );
      return { status: answer.status, bytes: bytesIn(answer.text) ?? 0 };
    },
    async putPhoto({ sha256, at, totalBytes, bytes }) {
      const { headers } = bearer(secrets.push());
      const range = `bytes ${at}-${at + bytes.length - 1}/${totalBytes}`;
      const answer = await patient((signal) =>
        fetch(`/api/sync/photo/${sha256}`, {
          method: 'PUT',
          headers: {
            ...headers,
            'content-range': range,
            'content-type': 'application/octet-stream',
          },
          body: new Uint8Array(bytes),
          credentials: 'omit',
          signal,
        }),
      );
      return { status: answer.status, bytes: bytesIn(answer.text) };
    },
  };
}

/** Null when it is no answer of ours. */
function bytesIn(text: string): number | null {
  const json = readable(text);
  return isRecord(json) && typeof json.bytes === 'number' ? json.bytes : null;
}

async function post(path: string, secret: string, request: Json): Promise<WireAnswer> {
  const { headers } = bearer(secret);
  const body = await zipped(JSON.stringify(request));
  const answer = await patient((signal) =>
    fetch(path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body,
      credentials: 'omit',
      cache: 'no-store',
      signal,
    }),
  );
  const wait = Number(answer.headers.get('retry-after'));
  return {
    status: answer.status,
    json: readable(answer.text),
    ...(wait > 0 ? { retryAfterSeconds: wait } : {}),
  };
}

/** Cookies stay behind: a phone is known by its own secret, not by who is signed in at the office pages. */
function bearer(secret: string) {
  return { headers: { authorization: `Bearer ${secret}` }, credentials: 'omit' as const };
}

async function zipped(text: string): Promise<Blob> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).blob();
}

/** The whole answer as text; every byte that comes starts the minute anew. */
async function patient(ask: (signal: AbortSignal) => Promise<Response>) {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), giveUpMs);
  try {
    const response = await ask(stop.signal);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), giveUpMs);
      text += part.value;
    }
    return { status: response.status, headers: response.headers, text };
  } finally {
    clearTimeout(timer);
  }
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
