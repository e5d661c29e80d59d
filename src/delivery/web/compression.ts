import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);
const compressible = /^(text\/|application\/(json|javascript|xml)|image\/svg)/;
const smallest = 1024;

/**
 * Compresses a rendered page for browsers that take it. Files of the build are compressed beforehand, and downloads
 * are left alone: they are streamed, never gathered in memory.
 */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (
    !compressible.test(type) ||
    type.startsWith('text/event-stream') ||
    response.headers.has('content-encoding') ||
    response.headers.has('content-disposition') ||
    response.body === null ||
    !/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  ) {
    return response;
  }
  const plain = Buffer.from(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const small = plain.byteLength < smallest;
  const body = small ? plain : await gzipAsync(plain, { level: 5 });
  if (!small) headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(body.byteLength));
  return new Response(new Uint8Array(body), {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}
