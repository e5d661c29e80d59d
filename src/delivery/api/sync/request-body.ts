import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { syncProblems } from './sync-problems.ts';

const unzip = promisify(gunzip);

/**
 * Reads a request's bytes, at most so many. The rest of a larger one is not read.
 *
 * @throws Refusal `sync.too-large`, `sync.bad-request` where the connection broke off in the middle
 */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw syncProblems.tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) break;
      chunks.push(chunk);
    }
  } catch {
    throw syncProblems.badRequest();
  }
  if (size > most) throw syncProblems.tooLarge();
  return Buffer.concat(chunks);
}

/**
 * A request's JSON, gzipped or not.
 *
 * @throws Refusal `sync.bad-request` for what is no gzip, half of one, or no JSON; `sync.too-large`
 */
export async function readJson(request: IncomingMessage, most: number): Promise<unknown> {
  const bytes = await readBytes(request, most);
  const text =
    request.headers['content-encoding'] === 'gzip' ? await unzipped(bytes, most * 4) : bytes;
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    throw syncProblems.badRequest();
  }
}

async function unzipped(bytes: Buffer, most: number): Promise<Buffer> {
  try {
    return await unzip(bytes, { maxOutputLength: most });
  } catch (error) {
    const grew = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw grew ? syncProblems.tooLarge() : syncProblems.badRequest();
  }
}
