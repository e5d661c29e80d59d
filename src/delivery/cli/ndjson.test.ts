import { PassThrough, Readable, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { linesOf, writeAll } from './ndjson.ts';

async function linesIn(chunks: (string | Buffer)[], mostBytes = 100) {
  const lines = [];
  for await (const line of linesOf(Readable.from(chunks.map(Buffer.from)), mostBytes))
    lines.push(line);
  return lines;
}

it('joins a line that comes in pieces, also in the middle of a letter', async () => {
  const euro = Buffer.from('€');
  expect(
    await linesIn([
      'a',
      'b\n',
      Buffer.concat([Buffer.from('c'), euro.subarray(0, 1)]),
      euro.subarray(1),
    ]),
  ).toEqual(['ab', 'c€']);
});

it('leaves out empty lines, the mark at the start of a file and the ends of Windows lines', async () => {
  expect(await linesIn(['\uFEFFa\r\n\n  \nb'])).toEqual(['a', 'b']);
});

it('passes over a line that is too long and goes on with the next', async () => {
  expect(await linesIn(['short\n', 'x'.repeat(90), 'x'.repeat(90), '\nnext\n'])).toEqual([
    'short',
    null,
    'next',
  ]);
});

it('waits for a slow reader', async () => {
  const reader = new PassThrough({ highWaterMark: 4 });
  let made = 0;
  async function* texts() {
    for (; made < 100; made += 1) yield await Promise.resolve(`${made};`);
  }
  const written = writeAll(reader, texts());
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(made).toBeLessThan(100);
  const read = reader.toArray();
  expect(await written).toBe(true);
  reader.end();
  expect(Buffer.concat((await read) as Buffer[]).toString()).toMatch(/^0;1;.*99;$/);
});

it('stops quietly when the reader has gone', async () => {
  const gone = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    },
  });
  expect(await writeAll(gone, Readable.from(['a', 'b', 'c']))).toBe(false);
});
