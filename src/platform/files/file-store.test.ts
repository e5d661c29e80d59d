import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFileStore } from './file-store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'naik-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('gives back what was put, under the hash of its content, once', async () => {
  const store = openFileStore(folder);
  const hash = await store.put(Buffer.from('satu'));
  expect(await store.put(Buffer.from('satu'))).toBe(hash);
  expect(Buffer.from((await store.get(hash)) ?? []).toString()).toBe('satu');
  expect(await readdir(join(folder, 'files', hash.slice(0, 2)))).toEqual([hash.slice(2)]);
});

it('knows no file by a path or an unknown hash, and none whose content was changed', async () => {
  const store = openFileStore(folder);
  expect(await store.get('../../etc/passwd')).toBeNull();
  expect(await store.get('0'.repeat(64))).toBeNull();
  const hash = await store.put(Buffer.from('dua'));
  await writeFile(join(folder, 'files', hash.slice(0, 2), hash.slice(2)), 'tig');
  expect(await store.get(hash)).toBeNull();
});
