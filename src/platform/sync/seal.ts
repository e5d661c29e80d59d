const encoder = new TextEncoder();
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const pointBytes = 65;
const nonceBytes = 12;

/**
 * Seals a text to the server's public key: ephemeral ECDH on P-256, HKDF-SHA-256, AES-256-GCM. Whoever
 * holds the phone can seal and cannot open. The bytes: version 1, the ephemeral point, the nonce, the
 * ciphertext with its tag.
 *
 * @param publicKey uncompressed point, 65 bytes
 */
export async function sealTo(
  publicKey: Uint8Array<ArrayBuffer>,
  keyId: string,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const theirs = await crypto.subtle.importKey('raw', publicKey, curve, false, []);
  const ours = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', ours.publicKey));
  const key = await sharedKey({ privateKey: ours.privateKey, publicKey: theirs, point, keyId });
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    key,
    encoder.encode(text),
  );
  return Uint8Array.from([1, ...point, ...nonce, ...new Uint8Array(body)]);
}

/** Opens what `sealTo` made; null for anything else: another key, a changed byte, half of it. */
export async function openSealed(
  privateKey: CryptoKey,
  keyId: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  if (sealed[0] !== 1 || sealed.length < 1 + pointBytes + nonceBytes + 16) return null;
  const point = sealed.slice(1, 1 + pointBytes);
  const nonce = sealed.slice(1 + pointBytes, 1 + pointBytes + nonceBytes);
  try {
    const publicKey = await crypto.subtle.importKey('raw', point, curve, false, []);
    const key = await sharedKey({ privateKey, publicKey, point, keyId });
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce },
      key,
      sealed.slice(1 + pointBytes + nonceBytes),
    );
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return null;
  }
}

async function sharedKey(agreed: {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  point: Uint8Array<ArrayBuffer>;
  keyId: string;
}): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits(
    { name: 'ECDH', public: agreed.publicKey },
    agreed.privateKey,
    256,
  );
  const hkdf = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: agreed.point,
      info: encoder.encode(`naik-kelas sync 1 ${agreed.keyId}`),
    },
    hkdf,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Base64url without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws DOMException when the text is no base64url */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
