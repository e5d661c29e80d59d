import { expect, test } from 'vitest';
import { openSealed, sealTo } from '#platform/sync/seal.ts';
import { fieldKeys } from './field-keys.ts';
import { openFromPhone } from './open-from-phone.ts';

const keys = fieldKeys([Buffer.alloc(32, 7)], 2);
const { keyId } = keys.current;
const publicKey = new Uint8Array(keys.current.publicKey);

test('the server opens what a phone sealed, as the phone’s own functions do', async () => {
  const text = JSON.stringify({ kind: 'mentoring.close-meeting', says: 'Rp 25.000 — lunas ✓' });
  const sealed = await sealTo(publicKey, keyId, text);
  expect(openFromPhone(keys, keyId, sealed)).toBe(text);
  const key = await keys.privateKey(keyId);
  expect(key && (await openSealed(key, keyId, sealed))).toBe(text);
});

test('nothing else opens: a changed byte, half of it, another key, no point of the curve', async () => {
  const sealed = await sealTo(publicKey, keyId, 'isi');
  for (const at of [0, 1, 30, 70, 80, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openFromPhone(keys, keyId, changed)).toBeNull();
  }
  expect(openFromPhone(keys, keyId, sealed.slice(0, 60))).toBeNull();
  expect(openFromPhone(keys, 'never-ours', sealed)).toBeNull();
  expect(openFromPhone(fieldKeys([Buffer.alloc(32, 8)], 1), keyId, sealed)).toBeNull();
});
