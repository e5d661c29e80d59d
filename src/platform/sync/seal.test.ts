import { describe, expect, test } from 'vitest';
import { fromBase64url, openSealed, sealTo, toBase64url } from './seal.ts';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

async function cityKeys() {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { point, privateKey: pair.privateKey };
}

describe('a sealed command', () => {
  const text = JSON.stringify({ body: 'Setoran Bu Siti Rp 125.000 — hujan 🌧️' });

  test('is read by the server whose key it was sealed to', async () => {
    const { point, privateKey } = await cityKeys();
    const travelled = toBase64url(await sealTo(point, 'k1', text));
    expect(travelled).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(await openSealed(privateKey, 'k1', fromBase64url(travelled))).toBe(text);
  });

  test('is read by nobody else, nor under another key name, nor with one byte changed', async () => {
    const [ours, theirs] = [await cityKeys(), await cityKeys()];
    const sealed = await sealTo(ours.point, 'k1', text);
    expect(await openSealed(theirs.privateKey, 'k1', sealed)).toBeNull();
    expect(await openSealed(ours.privateKey, 'k2', sealed)).toBeNull();
    for (const at of [0, 1, 40, 70, 90, sealed.length - 1]) {
      const changed = sealed.with(at, (sealed[at] ?? 0) ^ 1);
      expect(await openSealed(ours.privateKey, 'k1', changed)).toBeNull();
    }
    expect(await openSealed(ours.privateKey, 'k1', sealed.slice(0, 60))).toBeNull();
  });
});
