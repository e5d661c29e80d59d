import { existsSync, mkdtempSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFileStore } from './file-store.ts';
import { sweepFiles } from './sweep-files.ts';

const day = 24 * 60 * 60_000;
const now = Date.parse('2026-11-22T01:00:00Z');
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'naik-sweep-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const pathOf = (sha256: string) => join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2));

async function kept(text: string, ageDays: number): Promise<string> {
  const sha256 = await openFileStore(dataDir).put(Buffer.from(text));
  const at = new Date(now - ageDays * day);
  utimesSync(pathOf(sha256), at, at);
  return sha256;
}

const needing =
  (...hashes: string[]) =>
  (asked: readonly string[]) =>
    Promise.resolve(new Set(asked.filter((one) => hashes.includes(one))));

test('what no record needs goes after three days, what one needs or was sent lately stays', async () => {
  const [idle, needed, young] = [await kept('a', 4), await kept('b', 400), await kept('c', 2)];
  expect(await sweepFiles(dataDir, needing(needed), now)).toBe(1);
  expect([idle, needed, young].map((one) => existsSync(pathOf(one)))).toEqual([false, true, true]);
  expect(await sweepFiles(dataDir, needing(needed), now)).toBe(0);
});

test('what somebody sends again is young again', async () => {
  const sha256 = await kept('a', 400);
  await openFileStore(dataDir).put(Buffer.from('a'));
  expect(await sweepFiles(dataDir, needing(), Date.now())).toBe(0);
  expect(existsSync(pathOf(sha256))).toBe(true);
});

test('what a record named between the two askings comes back', async () => {
  const sha256 = await kept('a', 400);
  let asked = 0;
  const named = (hashes: readonly string[]) => {
    asked += 1;
    return Promise.resolve(new Set(asked === 1 ? [] : hashes));
  };
  expect(await sweepFiles(dataDir, named, now)).toBe(0);
  expect(Buffer.from((await openFileStore(dataDir).get(sha256)) ?? []).toString()).toBe('a');
});

test('what a killed run had set aside ends in the next one, or comes back where it is needed', async () => {
  const [idle, needed] = [await kept('a', 10), await kept('b', 10)];
  for (const one of [idle, needed]) renameSync(pathOf(one), `${pathOf(one)}.going`);
  expect(await sweepFiles(dataDir, needing(needed), now)).toBe(1);
  expect(existsSync(`${pathOf(idle)}.going`)).toBe(false);
  expect(existsSync(pathOf(needed))).toBe(true);
});

test('no files, nothing to sweep', async () => {
  expect(await sweepFiles(dataDir, needing(), now)).toBe(0);
});
