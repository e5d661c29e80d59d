import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import type { Handler } from './server.ts';

const base = '/lapangan/';
const built = fileURLToPath(new URL('../../../build/field/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** The app is files alone: nothing in it is ever written into the page, so nothing inline may run. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Kept {
  type: string;
  etag: string;
  immutable: boolean;
  plain: Buffer;
  gzip: Buffer | undefined;
  brotli: Buffer | undefined;
}

/** Reads the field app's files into memory; there are few and small. */
export function readFieldFiles(folder = built): ReadonlyMap<string, Kept> {
  const files = new Map<string, Kept>();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  const bytesOf = (name: string) =>
    names.includes(name) ? readFileSync(join(folder, name)) : undefined;
  for (const name of names) {
    const type = types[extname(name)];
    const plain = bytesOf(name);
    if (type === undefined || plain === undefined) continue;
    files.set(name.replaceAll(sep, '/'), {
      type,
      plain,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      immutable: name.startsWith(`assets${sep}`),
      gzip: bytesOf(`${name}.gz`),
      brotli: bytesOf(`${name}.br`),
    });
  }
  return files;
}

/**
 * Answers what is asked for under /lapangan and hands on everything else. Every address without a file's ending is a
 * screen of the app, which finds its own way.
 */
export function withField(files: ReadonlyMap<string, Kept>, next: Handler): Handler {
  return (request, response, notFound) => {
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    if (path === '/lapangan') {
      // The service worker answers below the slash only.
      response.writeHead(308, { location: base + (query === undefined ? '' : `?${query}`) }).end();
    } else if (!path.startsWith(base)) {
      next(request, response, notFound);
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else {
      const name = path.slice(base.length);
      const file = files.get(extname(name) === '' ? 'index.html' : name);
      if (file === undefined) response.writeHead(404).end();
      else send(request, response, file);
    }
  };
}

function send(request: IncomingMessage, response: ServerResponse, file: Kept): void {
  response.setHeader('content-type', file.type);
  response.setHeader('content-security-policy', contentPolicy);
  response.setHeader('etag', file.etag);
  response.setHeader('vary', 'accept-encoding');
  response.setHeader(
    'cache-control',
    file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  const takes = (encoding: string) =>
    new RegExp(`\\b${encoding}\\b`).test(String(request.headers['accept-encoding'] ?? ''));
  let bytes = file.plain;
  if (file.brotli && takes('br')) {
    response.setHeader('content-encoding', 'br');
    bytes = file.brotli;
  } else if (file.gzip && takes('gzip')) {
    response.setHeader('content-encoding', 'gzip');
    bytes = file.gzip;
  }
  response.setHeader('content-length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
