import { describe, expect, test } from 'vitest';
import {
  addPasskey,
  changePin,
  createVault,
  lockBytes,
  openWithPasskey,
  openWithPin,
  unlockBytes,
} from './vault.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (plain: Uint8Array) => new TextDecoder().decode(plain);

describe('a vault', () => {
  test('opens with its PIN and reads what was locked before', async () => {
    const { vault, dataKey } = await createVault('274951');
    const locked = await lockBytes(dataKey, bytes('setoran Bu Siti'));
    const again = await openWithPin(vault, '274951');
    expect(again && text(await unlockBytes(again, locked))).toBe('setoran Bu Siti');
    expect(Buffer.from(locked).includes('Siti')).toBe(false);
  });

  test('stays shut for another PIN, and for a row that was changed', async () => {
    const { vault, dataKey } = await createVault('274951');
    expect(await openWithPin(vault, '274950')).toBeNull();
    const locked = await lockBytes(dataKey, bytes('x'));
    locked[locked.length - 1]! ^= 1;
    await expect(unlockBytes(dataKey, locked)).rejects.toThrow();
  });

  test('keeps its data under a new PIN, and forgets the old one', async () => {
    const { vault, dataKey } = await createVault('274951');
    const locked = await lockBytes(dataKey, bytes('tetap terbaca'));
    const changed = await changePin(vault, '274951', '880217');
    if (!changed) throw new Error('the old PIN was right');
    expect(await openWithPin(changed, '274951')).toBeNull();
    const key = await openWithPin(changed, '880217');
    expect(key && text(await unlockBytes(key, locked))).toBe('tetap terbaca');
    expect(await changePin(vault, '000000', '880217')).toBeNull();
  });

  test('opens with a passkey beside the PIN, and with no other secret', async () => {
    const { vault, dataKey } = await createVault('274951');
    const locked = await lockBytes(dataKey, bytes('dengan sidik jari'));
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const passkey = { credentialId: bytes('id'), salt: bytes('salt'), secret };
    const both = await addPasskey(vault, '274951', passkey);
    if (!both?.passkey) throw new Error('the PIN was right');
    const key = await openWithPasskey(both.passkey, secret);
    expect(key && text(await unlockBytes(key, locked))).toBe('dengan sidik jari');
    expect(await openWithPasskey(both.passkey, new Uint8Array(32))).toBeNull();
    expect(await openWithPin(both, '274951')).not.toBeNull();
  });

  test('never hands out the data key itself', async () => {
    const { dataKey } = await createVault('274951');
    await expect(crypto.subtle.exportKey('raw', dataKey)).rejects.toThrow();
  });
});
