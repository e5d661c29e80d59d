import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StartProblem } from '#platform/config/start-problem.ts';

/**
 * A backup is one gzip file of records. A record is a line of JSON that says what it is, then chunks
 * (`length in decimal, newline, bytes`) and an empty chunk. The last record's line carries the SHA-256 of all
 * before it, so that a cut or changed file is noticed before anything is believed.
 */
export const backupFormat = 'naik-kelas-backup/1';

export type RecordHead =
  | { kind: 'start'; format: string; migrations: string[]; takenAt: string }
  | { kind: 'table'; name: string; columns: readonly string[] }
  | { kind: 'file'; path: string }
  | { kind: 'end'; sha256: string };

/** @throws when the path exists already */
export async function openBackupWriter(path: string) {
  const file = (await open(path, 'wx', 0o600)).createWriteStream();
  const gzip = createGzip({ level: 6 });
  // A full disk shows on the file; the writer waiting on gzip must hear of it too.
  const written = pipeline(gzip, file);
  written.catch(() => undefined);
  const hash = createHash('sha256');
  const write = async (bytes: Buffer | string) => {
    hash.update(bytes);
    if (!gzip.write(bytes)) await once(gzip, 'drain');
  };
  const writeHead = (head: RecordHead) => write(`${JSON.stringify(head)}\n`);
  return {
    async record(head: RecordHead, content: AsyncIterable<Buffer>) {
      await writeHead(head);
      for await (const chunk of content) {
        if (chunk.length === 0) continue;
        await write(`${chunk.length}\n`);
        await write(chunk);
      }
      await write('0\n');
    },
    async end() {
      await writeHead({ kind: 'end', sha256: hash.copy().digest('hex') });
      gzip.end();
      await written;
    },
    abandon() {
      gzip.destroy();
    },
  };
}

/** Reads records one after the other; each content must be read to its end before the next. */
export async function* readBackup(
  path: string,
): AsyncGenerator<{ head: RecordHead; content: AsyncGenerator<Buffer> }> {
  const source = byteSource(createReadStream(path).pipe(createGunzip()));
  const hash = createHash('sha256');
  for (;;) {
    const line = await source.line();
    if (line === null) throw damaged(path);
    const head = headOf(line);
    if (!head) throw damaged(path);
    if (head.kind === 'end') {
      if (hash.digest('hex') !== head.sha256) throw damaged(path);
      return;
    }
    hash.update(`${line}\n`);
    yield { head, content: chunks() };
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    for (;;) {
      const size = await source.line();
      if (size === null || !/^\d{1,9}$/.test(size)) throw damaged(path);
      hash.update(`${size}\n`);
      if (size === '0') return;
      const bytes = await source.bytes(Number(size));
      if (bytes === null) throw damaged(path);
      hash.update(bytes);
      yield bytes;
    }
  }
}

function headOf(line: string): RecordHead | null {
  try {
    return JSON.parse(line) as RecordHead;
  } catch {
    return null;
  }
}

export function damaged(path: string): StartProblem {
  return new StartProblem(
    'failed',
    `The backup ${path} is damaged or not complete. Nothing was restored from it; use another copy.`,
  );
}

function byteSource(stream: AsyncIterable<Buffer>) {
  const iterator = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async () => {
    const next = await iterator.next();
    if (next.done) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  };
  const take = (size: number) => {
    const taken = held.subarray(0, size);
    held = held.subarray(size);
    return taken;
  };
  return {
    async line(): Promise<string | null> {
      let at = held.indexOf(10);
      while (at < 0) {
        if (held.length > 1_000_000 || !(await more())) return null;
        at = held.indexOf(10);
      }
      return take(at + 1)
        .subarray(0, at)
        .toString('utf8');
    },
    async bytes(size: number): Promise<Buffer | null> {
      while (held.length < size) if (!(await more())) return null;
      return Buffer.from(take(size));
    },
  };
}
