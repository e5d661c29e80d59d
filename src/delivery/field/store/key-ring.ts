import type { Sealer } from '#platform/sync/ports.ts';
import { fromBase64url, sealTo, toBase64url } from '#platform/sync/seal.ts';
import { sealPhoto } from '#platform/sync/sealed-photo.ts';
import { lockBytes, unlockBytes } from './vault.ts';

/** The keys in memory: the server's to seal to, always; the data key only between unlocking and locking. */
export class KeyRing implements Sealer {
  #dataKey: CryptoKey | null = null;
  #readSecret: string | null = null;
  readonly #publicKey: Uint8Array<ArrayBuffer>;
  readonly #keyId: string;

  constructor(server: { publicKey: string; keyId: string }) {
    this.#publicKey = fromBase64url(server.publicKey);
    this.#keyId = server.keyId;
  }

  get open(): boolean {
    return this.#dataKey !== null;
  }

  /** What the server asks for when the snapshot is read. */
  get readSecret(): string | null {
    return this.#readSecret;
  }

  async take(dataKey: CryptoKey, readLocked: Uint8Array | null): Promise<void> {
    this.#readSecret =
      readLocked && new TextDecoder().decode(await unlockBytes(dataKey, readLocked));
    this.#dataKey = dataKey;
  }

  drop(): void {
    this.#dataKey = null;
    this.#readSecret = null;
  }

  async seal(text: string): Promise<{ sealed: string; keyId: string }> {
    const bytes = await sealTo(this.#publicKey, this.#keyId, text);
    return { sealed: toBase64url(bytes), keyId: this.#keyId };
  }

  /** A picture sealed as commands are, and its opener under the PIN's key. */
  async sealPhoto(
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<{ sealed: Uint8Array; opener: Uint8Array }> {
    const { sealed, opener } = await sealPhoto(this.#publicKey, this.#keyId, bytes);
    return { sealed, opener: await this.lock(opener) };
  }

  lock(bytes: Uint8Array): Promise<Uint8Array> {
    return lockBytes(this.#held(), bytes);
  }

  unlock(locked: Uint8Array): Promise<Uint8Array> {
    return unlockBytes(this.#held(), locked);
  }

  #held(): CryptoKey {
    if (this.#dataKey === null) throw new Error('The app is locked.');
    return this.#dataKey;
  }
}
