import { expect, test } from 'vitest';
import { phone } from '#test/sim/one-phone.ts';
import { plainSealer } from '#test/sim/plain-sealer.ts';
import { deliverAll } from './deliver.ts';
import { deliverPhoto } from './photos.ts';
import type { StoredPhoto } from './ports.ts';
import { prune } from './sync.ts';
import { exportUnsent, importUnsent } from './unsent-file.ts';
import { exportPhoto, importPhotos, photosToExport } from './unsent-photos.ts';

const hash = (letter: string) => letter.repeat(64);
const picture = (sha256: string, change: Partial<StoredPhoto> = {}): StoredPhoto => ({
  ...{ sha256, locked: new Uint8Array([1, 2, 3]), opener: new Uint8Array(1), sizeBytes: 3 },
  ...{ commandIds: [], state: 'waiting', attempts: 0, nextTryAt: null },
  ...change,
});
type One = ReturnType<typeof phone>;

const take = (one: One, ...photos: StoredPhoto[]) =>
  one.ports.store.write(async (tx) => {
    for (const photo of photos) await tx.putPhoto(photo);
  });

/** The whole file, as it is saved. */
async function fileOf(one: One): Promise<[string, ...string[]]> {
  const photos = [];
  for (const sha256 of await photosToExport(one.ports))
    photos.push(JSON.stringify(await exportPhoto(one.ports, sha256)));
  return [JSON.stringify(await exportUnsent(one.ports)), ...photos];
}

test('a sealed picture goes out though the PIN was given up; one from before sealing cannot', async () => {
  const one = phone();
  await take(one, picture(hash('a')), picture(hash('b'), { opener: null }));
  const { opener: _, ...old } = picture(hash('c'));
  await take(one, old);
  await one.note('kunjungan', ['visit:1'], { photos: [hash('a'), hash('b'), hash('c')] });
  await deliverAll(one.ports);
  const shut = { ...one.ports, sealer: plainSealer(() => false) };
  expect(await deliverPhoto(shut)).toBe('sent');
  expect(await deliverPhoto(shut)).toBe('sent');
  expect(await deliverPhoto(shut)).toBe('locked');
  const states = [...one.disk.photos.values()].map(({ sha256, state }) => [sha256[0], state]);
  expect(Object.fromEntries(states)).toEqual({ a: 'sent', b: 'sent', c: 'waiting' });
});

test('the file carries the pictures, also of work that has arrived, and another phone sends them', async () => {
  const [hers, other] = [phone(), phone(undefined, 8)];
  await take(hers, picture(hash('a')), picture(hash('b')), picture(hash('d')));
  await hers.note('sampai', ['visit:1'], { photos: [hash('a')] });
  await deliverAll(hers.ports);
  await hers.note('belum', ['visit:2'], { photos: [hash('b')] });
  const [commands, ...photos] = await fileOf(hers);
  expect(photos).toHaveLength(2);
  await importUnsent(other.ports, commands);
  expect(await importPhotos(other.ports, [...photos, 'bukan foto', '{}'])).toBe(2);
  expect(await importPhotos(other.ports, photos)).toBe(0);
  expect(await deliverPhoto(other.ports)).toBe('sent');
  expect(await deliverPhoto(other.ports)).toBe('nothing');
  await deliverAll(other.ports);
  expect(await deliverPhoto(other.ports)).toBe('sent');
  await prune(other.ports);
  expect([...other.disk.photos.keys()]).toEqual([hash('b')]);
});
