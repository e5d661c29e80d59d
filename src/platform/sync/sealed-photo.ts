import { openSealedBytes, sealBytesTo } from './seal.ts';

/** Before the sealed bytes stands this word and the name of the key; a plain picture never begins so. */
const mark = new TextEncoder().encode('NKF1');
const encoder = new TextEncoder();

/** What sealing adds to a picture at most: the word, the key's name, the point, the nonce, the tag. */
export const MAX_SEAL_BYTES = 256;

/**
 * A picture sealed to the server's key, as it lies on the phone, travels and stands in a file: of use to the server, and
 * to whoever keeps the opener.
 */
export async function sealPhoto(
  publicKey: Uint8Array<ArrayBuffer>,
  keyId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ sealed: Uint8Array<ArrayBuffer>; opener: Uint8Array<ArrayBuffer> }> {
  const name = encoder.encode(keyId);
  const { sealed, opener } = await sealBytesTo(publicKey, keyId, bytes);
  const whole = new Uint8Array(mark.length + 1 + name.length + sealed.length);
  whole.set(mark);
  whole.set([name.length], mark.length);
  whole.set(name, mark.length + 1);
  whole.set(sealed, mark.length + 1 + name.length);
  return { sealed: whole, opener };
}

/** The key a picture is sealed to and its sealed bytes; null for a picture that is not sealed. */
export function sealedParts(
  whole: Uint8Array<ArrayBuffer>,
): { keyId: string; sealed: Uint8Array<ArrayBuffer> } | null {
  if (!mark.every((byte, at) => whole[at] === byte)) return null;
  const from = mark.length + 1;
  const until = from + (whole[mark.length] ?? 0);
  return {
    keyId: new TextDecoder().decode(whole.subarray(from, until)),
    sealed: whole.slice(until),
  };
}

/**
 * The picture itself, sealed or not; null where it cannot be opened.
 *
 * @param privateKey null for a key that was never ours
 */
export async function openPhoto(
  whole: Uint8Array<ArrayBuffer>,
  privateKey: (keyId: string) => Promise<CryptoKey | null>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts = sealedParts(whole);
  if (!parts) return whole;
  const key = await privateKey(parts.keyId);
  return key && openSealedBytes(key, parts.keyId, parts.sealed);
}
