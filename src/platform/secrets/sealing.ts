import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/**
 * Seals secrets of people with keys derived from the installation's key, which lies outside the
 * database. One purpose, one key: a sealed NIK is no use where a TOTP secret is expected.
 */
export interface Sealer {
  seal(plain: string): Buffer;
  open(sealed: Buffer): string;
  /** Keyed hash for finding equal values without opening any (32 bytes). */
  blindIndex(plain: string): Buffer;
}

/** @param masterKey at least 32 bytes from outside the database */
export function sealerFor(masterKey: Buffer, purpose: string): Sealer {
  const key = keyFor(masterKey, `seal:${purpose}`);
  const indexKey = keyFor(masterKey, `index:${purpose}`);
  return {
    seal(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13));
      decipher.setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString(
        'utf8',
      );
    },
    blindIndex: (plain) => createHmac('sha256', indexKey).update(plain).digest(),
  };
}

/** As a key object: with bare bytes every use makes one anew, four times slower. */
function keyFor(masterKey: Buffer, info: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, 'naik-kelas', info, 32)));
}
