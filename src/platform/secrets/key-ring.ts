import { createHash, hkdfSync } from 'node:crypto';

/** An installation key and the name that stands on what it sealed. */
export interface RingKey {
  /** Ten hexadecimal digits; says nothing of the key. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** The installation's keys, the newest first; read anew at each asking, because another process may add one. */
export type KeyRing = () => readonly RingKey[];

/** @param keys 32 bytes each, the newest first; at least one */
export function ringOf(keys: readonly Buffer[]): KeyRing {
  if (keys.length === 0) throw new Error('an installation has at least one key');
  const named = keys.map(withName);
  return () => named;
}

function withName(bytes: Buffer): RingKey {
  const print = hkdfSync('sha256', bytes, 'naik-kelas', 'name', 32);
  const name = createHash('sha256').update(Buffer.from(print)).digest('hex').slice(0, 10);
  return { name, bytes };
}
