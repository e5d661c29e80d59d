import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

const newline = 10;

/** One line of a stream; null when it was longer than allowed. Its bytes then were not kept. */
export type Line = string | null;

/**
 * The lines of a stream of UTF-8, in bounded memory: what is longer than `mostBytes` is passed over.
 * Empty lines are left out.
 */
export async function* linesOf(input: Readable, mostBytes: number): AsyncGenerator<Line> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      hold(bytes.subarray(start, end));
      const line = take();
      if (line !== '') yield line;
      start = end + 1;
    }
    hold(bytes.subarray(start));
  }
  const last = take();
  if (last !== '') yield last;

  function hold(bytes: Buffer): void {
    size += bytes.length;
    if (size > mostBytes) held = [];
    else if (bytes.length > 0) held.push(bytes);
  }

  function take(): Line {
    const line =
      size > mostBytes
        ? null
        : Buffer.concat(held)
            .toString('utf8')
            .replace(/^\uFEFF/, '')
            .trim();
    held = [];
    size = 0;
    return line;
  }
}

/**
 * Writes texts as fast as the reader takes them.
 *
 * @returns false when the reader has gone (`… | head`), which is no error: nobody wants the rest
 */
export async function writeAll(output: Writable, texts: AsyncIterable<string>): Promise<boolean> {
  const failure: { error: NodeJS.ErrnoException | null } = { error: null };
  const onError = (error: Error) => (failure.error ??= error);
  output.on('error', onError);
  const closed = once(output, 'close').catch(onError);
  for await (const text of texts) {
    if (failure.error) break;
    if (!output.write(text)) await Promise.race([once(output, 'drain').catch(onError), closed]);
  }
  // What was written last may fail too; the callback comes after the failure is known.
  await new Promise<void>((resolve) => output.write('', () => resolve()));
  if (failure.error === null) return true;
  if (failure.error.code === 'EPIPE') return false;
  throw failure.error;
}
