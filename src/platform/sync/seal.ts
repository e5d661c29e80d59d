const encoder = new TextEncoder();
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const pointBytes = 65;
const nonceBytes = 12;
const headBytes = 1 + pointBytes + nonceBytes;

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
  return (await sealBytesTo(publicKey, keyId, encoder.encode(text))).sealed;
}

/**
 * The same for bytes. The opener is the key they lie under: whoever keeps it, as a phone does under its PIN, can look at
 * them without the server.
 */
export async function sealBytesTo(
  publicKey: Uint8Array<ArrayBuffer>,
  keyId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ sealed: Uint8Array<ArrayBuffer>; opener: Uint8Array<ArrayBuffer> }> {
  const theirs = await crypto.subtle.importKey('raw', publicKey, curve, false, []);
  const ours = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', ours.publicKey));
  const opener = await agreedKey({ privateKey: ours.privateKey, publicKey: theirs, point, keyId });
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    await keyOf(opener),
    bytes,
  );
  const sealed = new Uint8Array(headBytes + body.byteLength);
  sealed.set([1]);
  sealed.set(point, 1);
  sealed.set(nonce, 1 + pointBytes);
  sealed.set(new Uint8Array(body), headBytes);
  return { sealed, opener };
}

/** Opens what `sealTo` made; null for anything else: another key, a changed byte, half of it. */
export async function openSealed(
  privateKey: CryptoKey,
  keyId: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  const plain = await openSealedBytes(privateKey, keyId, sealed);
  try {
    return plain && new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return null;
  }
}

/** Opens what `sealBytesTo` made; null for anything else. */
export async function openSealedBytes(
  privateKey: CryptoKey,
  keyId: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isSealed(sealed)) return null;
  const point = sealed.slice(1, 1 + pointBytes);
  try {
    const publicKey = await crypto.subtle.importKey('raw', point, curve, false, []);
    return await openWith(await agreedKey({ privateKey, publicKey, point, keyId }), sealed);
  } catch {
    return null;
  }
}

/** Opens with the opener that `sealBytesTo` gave; null where it does not fit. */
export async function openWith(
  opener: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isSealed(sealed)) return null;
  const nonce = sealed.slice(1 + pointBytes, headBytes);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce },
      await keyOf(opener),
      sealed.slice(headBytes),
    );
    return new Uint8Array(plain);
  } catch {
    return null;
  }
}

const isSealed = (sealed: Uint8Array) => sealed[0] === 1 && sealed.length >= headBytes + 16;

const keyOf = (raw: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

async function agreedKey(agreed: {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  point: Uint8Array<ArrayBuffer>;
  keyId: string;
}): Promise<Uint8Array<ArrayBuffer>> {
  const secret = await crypto.subtle.deriveBits(
    { name: 'ECDH', public: agreed.publicKey },
    agreed.privateKey,
    256,
  );
  const hkdf = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = encoder.encode(`naik-kelas sync 1 ${agreed.keyId}`);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: agreed.point, info },
    hkdf,
    256,
  );
  return new Uint8Array(bits);
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
