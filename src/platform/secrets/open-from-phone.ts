import { createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import type { FieldKeys } from './field-keys.ts';

const [pointBytes, nonceBytes, tagBytes] = [65, 12, 16];
const bodyAt = 1 + pointBytes + nonceBytes;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Opens what `sealTo` made on a phone; null for anything else. The same as `openSealed` there, by Node's own functions:
 * a phone seals now and then, and here thousands arrive at once, each of which would go through another thread four times.
 */
export function openFromPhone(keys: FieldKeys, keyId: string, sealed: Uint8Array): string | null {
  if (sealed[0] !== 1 || sealed.length < bodyAt + tagBytes) return null;
  const point = sealed.subarray(1, 1 + pointBytes);
  try {
    const secret = keys.agree(keyId, point);
    if (!secret) return null;
    // As key objects: given bytes, Node finds out by an exception that they are none, which costs as much as the cipher.
    const agreed = createSecretKey(secret);
    const key = hkdfSync('sha256', agreed, point, `naik-kelas sync 1 ${keyId}`, 32);
    const nonce = sealed.subarray(1 + pointBytes, bodyAt);
    const decipher = createDecipheriv('aes-256-gcm', createSecretKey(new Uint8Array(key)), nonce, {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    const plain = decipher.update(sealed.subarray(bodyAt, sealed.length - tagBytes));
    return utf8.decode(Buffer.concat([plain, decipher.final()]));
  } catch {
    return null;
  }
}
