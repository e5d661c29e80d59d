import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { commandProblems } from '#platform/command/problems.ts';
import type { KeyRing, RingKey } from './key-ring.ts';

/**
 * Seals secrets of people with keys derived from the installation's keys, which lie outside the database. One purpose,
 * one key: a sealed NIK is no use where a TOTP secret is expected. What is sealed names its key, so that it opens while
 * another key has already taken over.
 */
export interface Sealer {
  /** With the newest key. */
  seal(plain: string): Buffer;
  /** With whichever key it was sealed. Refused (503) where this process was not given that key. */
  open(sealed: Buffer): string;
}

/** A sealer that also finds equal values, by the key whose hashes stand in the city's tables. */
export interface KeyedSealer extends Sealer {
  /** Keyed hash for finding equal values without opening any (32 bytes). */
  blindIndex(plain: string): Buffer;
}

/** A sealer before it is known which key a city's hashes are made with. */
export interface NumberSealer extends Sealer {
  /** @param keyName null for a city that never changed its key: the oldest one */
  under(keyName: string | null): KeyedSealer;
  readonly ring: KeyRing;
}

/** What stands at the head of everything a key sealed: the format, then its name. */
export function sealedPrefix(keyName: string): Buffer {
  return Buffer.concat([Buffer.from([2]), Buffer.from(keyName, 'hex')]);
}

const headBytes = 6;

/** @param ring keys from outside the database */
export function sealerFor(ring: KeyRing, purpose: string): NumberSealer {
  const sealing = derived(`seal:${purpose}`);
  const indexing = derived(`index:${purpose}`);
  const keyCalled = (name: string): RingKey => {
    const key = ring().find((one) => one.name === name);
    if (!key) throw commandProblems.keyMissing({ key: name });
    return key;
  };
  const sealWith = (key: RingKey, plain: string) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', sealing(key), nonce);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([sealedPrefix(key.name), nonce, cipher.getAuthTag(), body]);
  };
  const open = (sealed: Buffer) => {
    if (sealed[0] === 1) return openUnnamed(ring().map(sealing), sealed.subarray(1));
    const key = keyCalled(sealed.subarray(1, headBytes).toString('hex'));
    return openWith(sealing(key), sealed.subarray(headBytes));
  };
  return {
    ring,
    seal: (plain) => sealWith(ring()[0]!, plain),
    open,
    under(keyName) {
      const keys = ring();
      const newest = keys[0]!;
      const indexKey = indexing(keyName === null ? keys.at(-1)! : keyCalled(keyName));
      return {
        seal: (plain) => sealWith(newest, plain),
        open,
        blindIndex: (plain) => createHmac('sha256', indexKey).update(plain).digest(),
      };
    },
  };
}

/** Sealed before keys had names: the cipher itself says which key it was. */
function openUnnamed(keys: readonly KeyObject[], sealed: Buffer): string {
  for (const key of keys.slice(1)) {
    try {
      return openWith(key, sealed);
    } catch {
      // Another key's; the next is tried.
    }
  }
  return openWith(keys[0]!, sealed);
}

function openWith(key: KeyObject, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

/** As a key object: with bare bytes every use makes one anew, four times slower. */
function derived(info: string): (key: RingKey) => KeyObject {
  const made = new Map<string, KeyObject>();
  return ({ name, bytes }) => {
    const known = made.get(name);
    if (known) return known;
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', bytes, 'naik-kelas', info, 32)));
    made.set(name, key);
    return key;
  };
}
