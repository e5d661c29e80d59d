/**
 * The data key and what opens it. Rows are encrypted under a data key that nobody types; the PIN, and a passkey where
 * the phone has one, each hold a wrapped copy of it. Pure of storage: it takes and gives records.
 */
export interface Vault {
  readonly pin: PinWrap | null;
  readonly passkey: PasskeyWrap | null;
  /** Wrong PINs since the last right one. */
  readonly wrong: number;
}

interface PinWrap {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  readonly wrapped: Wrapped;
}

export interface PasskeyWrap {
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly wrapped: Wrapped;
}

interface Wrapped {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** OWASP's figure for PBKDF2 with SHA-256 (2023). */
const iterations = 600_000;
export const maxWrongPins = 10;
export const pinLength = 6;

const gcm = (nonce: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv: nonce });
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** A new data key under a PIN. The key itself cannot be exported from where it is used. */
export async function createVault(pin: string): Promise<{ vault: Vault; dataKey: CryptoKey }> {
  const raw = random(32);
  const vault: Vault = { pin: await wrapUnderPin(raw, pin), passkey: null, wrong: 0 };
  return { vault, dataKey: await dataKeyOf(raw) };
}

/** @returns null when the PIN is wrong; counting that is the caller's work */
export async function openWithPin(vault: Vault, pin: string): Promise<CryptoKey | null> {
  const raw = await rawWithPin(vault, pin);
  return raw && dataKeyOf(raw);
}

/** @returns null when the old PIN is wrong */
export async function changePin(vault: Vault, old: string, pin: string): Promise<Vault | null> {
  const raw = await rawWithPin(vault, old);
  return raw && { ...vault, pin: await wrapUnderPin(raw, pin), wrong: 0 };
}

/** @param secret what the passkey's PRF answered for `salt`. @returns null when the PIN is wrong */
export async function addPasskey(
  vault: Vault,
  pin: string,
  passkey: Omit<PasskeyWrap, 'wrapped'> & { secret: BufferSource },
): Promise<Vault | null> {
  const raw = await rawWithPin(vault, pin);
  if (!raw) return null;
  const { secret, ...kept } = passkey;
  return { ...vault, passkey: { ...kept, wrapped: await wrap(raw, await passkeyKey(secret)) } };
}

/** @returns null when the secret does not fit */
export async function openWithPasskey(
  passkey: PasskeyWrap,
  secret: BufferSource,
): Promise<CryptoKey | null> {
  const raw = await unwrap(passkey.wrapped, await passkeyKey(secret));
  return raw && dataKeyOf(raw);
}

/** Encrypts a row; the nonce stands before the ciphertext. */
export async function lockBytes(dataKey: CryptoKey, bytes: Uint8Array): Promise<Uint8Array> {
  const nonce = random(12);
  const body = await crypto.subtle.encrypt(gcm(nonce), dataKey, new Uint8Array(bytes));
  const locked = new Uint8Array(nonce.length + body.byteLength);
  locked.set(nonce);
  locked.set(new Uint8Array(body), nonce.length);
  return locked;
}

/** @throws DOMException when the row was locked under another key or changed */
export async function unlockBytes(dataKey: CryptoKey, locked: Uint8Array): Promise<Uint8Array> {
  const copy = new Uint8Array(locked);
  const plain = await crypto.subtle.decrypt(gcm(copy.slice(0, 12)), dataKey, copy.slice(12));
  return new Uint8Array(plain);
}

async function rawWithPin(vault: Vault, pin: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!vault.pin) return null;
  return unwrap(vault.pin.wrapped, await pinKey(pin, vault.pin.salt, vault.pin.iterations));
}

async function wrapUnderPin(raw: Uint8Array<ArrayBuffer>, pin: string): Promise<PinWrap> {
  const salt = random(16);
  return { salt, iterations, wrapped: await wrap(raw, await pinKey(pin, salt, iterations)) };
}

async function pinKey(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number) {
  const typed = new TextEncoder().encode(pin);
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

async function passkeyKey(secret: BufferSource): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('naik-kelas field passkey 1');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function dataKeyOf(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function wrap(raw: Uint8Array<ArrayBuffer>, key: CryptoKey): Promise<Wrapped> {
  const nonce = random(12);
  return { nonce, bytes: new Uint8Array(await crypto.subtle.encrypt(gcm(nonce), key, raw)) };
}

async function unwrap(wrapped: Wrapped, key: CryptoKey): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(wrapped.nonce), key, wrapped.bytes));
  } catch {
    return null;
  }
}
