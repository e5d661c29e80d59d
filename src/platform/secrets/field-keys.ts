import { createECDH, createHash, hkdfSync } from 'node:crypto';
import type { ECDH } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

/** The key pairs to which phones seal what they hand in. */
export interface FieldKeys {
  /** The one new work is sealed to: its name, and its uncompressed P-256 point (65 bytes). */
  readonly current: { readonly keyId: string; readonly publicKey: Buffer };
  has(keyId: string): boolean;
  /** The private half of this or an earlier one; null for a name that was never ours. */
  privateKey(keyId: string): Promise<CryptoKey | null>;
  /**
   * What its private half and another's point (65 bytes) agree on, 32 bytes; null for a name that was never ours.
   *
   * @throws where the point is none of the curve
   */
  agree(keyId: string, point: Uint8Array): Buffer | null;
}

const curve = 'prime256v1';

/**
 * Key pairs drawn from the installation's keys by their number, so that whoever restores those keys can open what any
 * phone has sealed, also with earlier pairs; there is nothing else to back up.
 *
 * @param masterKeys at least 32 bytes each from outside the database, the newest first
 * @param generation number of the current pair, from 1; raised to have phones seal to a new one
 */
export function fieldKeys(masterKeys: readonly Buffer[], generation: number): FieldKeys {
  const numbers = Array.from({ length: generation }, (_, i) => i + 1);
  const pairs = new Map(
    masterKeys
      .toReversed()
      .flatMap((masterKey) => numbers.map((number) => pairOf(masterKey, number)))
      .map((pair) => [pair.keyId, pair]),
  );
  const opened = new Map<string, Promise<CryptoKey>>();
  const current = [...pairs.values()].at(-1);
  if (!current) throw new Error('a field key has a number from 1 up');
  return {
    current: { keyId: current.keyId, publicKey: current.publicKey },
    has: (keyId) => pairs.has(keyId),
    async privateKey(keyId) {
      const pair = pairs.get(keyId);
      if (!pair) return null;
      const known = opened.get(keyId) ?? imported(pair);
      opened.set(keyId, known);
      return known;
    },
    agree: (keyId, point) => pairs.get(keyId)?.ecdh.computeSecret(point) ?? null,
  };
}

/** The same from keys that may change while the process runs; drawn anew when they did. */
export function fieldKeysOf(ring: KeyRing, generation: number): FieldKeys {
  let drawn: { names: string; keys: FieldKeys } | null = null;
  const keys = (): FieldKeys => {
    const now = ring();
    const names = now.map(({ name }) => name).join(' ');
    if (drawn?.names !== names) {
      const bytes = now.map((key) => key.bytes);
      drawn = { names, keys: fieldKeys(bytes, generation) };
    }
    return drawn.keys;
  };
  return {
    get current() {
      return keys().current;
    },
    has: (keyId) => keys().has(keyId),
    privateKey: (keyId) => keys().privateKey(keyId),
    agree: (keyId, point) => keys().agree(keyId, point),
  };
}

interface Pair {
  readonly keyId: string;
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
  readonly ecdh: ECDH;
}

function pairOf(masterKey: Buffer, generation: number): Pair {
  const ecdh = createECDH(curve);
  for (let attempt = 0; ; attempt += 1) {
    const info = `field:${generation}:${attempt}`;
    const privateKey = Buffer.from(hkdfSync('sha256', masterKey, 'naik-kelas', info, 32));
    try {
      ecdh.setPrivateKey(privateKey);
    } catch {
      // One in four billion is no number below the order of the curve.
      continue;
    }
    const publicKey = ecdh.getPublicKey();
    const print = createHash('sha256').update(publicKey).digest('hex').slice(0, 12);
    return { keyId: `${generation}-${print}`, publicKey, privateKey, ecdh };
  }
}

function imported({ publicKey, privateKey }: Pair): Promise<CryptoKey> {
  const key = {
    kty: 'EC',
    crv: 'P-256',
    x: publicKey.subarray(1, 33).toString('base64url'),
    y: publicKey.subarray(33, 65).toString('base64url'),
    d: privateKey.toString('base64url'),
  };
  return crypto.subtle.importKey('jwk', key, { name: 'ECDH', namedCurve: 'P-256' }, false, [
    'deriveBits',
  ]);
}
