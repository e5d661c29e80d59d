import type { Sealer } from '#platform/sync/ports.ts';
import type { Opened } from '#platform/sync/server/receive-ports.ts';

export const KEY_ID = 'kunci-1';

/** Seals without hiding: what is simulated is the order of things, and seal.test.ts proves the secrecy. */
export function plainSealer(isOpen: () => boolean = () => true): Sealer {
  const open = (bytes: Uint8Array): Promise<Uint8Array> =>
    isOpen() ? Promise.resolve(bytes) : Promise.reject(new Error('the app is locked'));
  return {
    seal: (text) =>
      Promise.resolve({ sealed: Buffer.from(text).toString('base64url'), keyId: KEY_ID }),
    lock: open,
    unlock: open,
    get open() {
      return isOpen();
    },
  };
}

export function openPlain(sealed: string, keyId: string): Opened {
  if (keyId !== KEY_ID) return { problem: 'unknown-key' };
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { text: decoder.decode(Buffer.from(sealed, 'base64url')) };
  } catch {
    return { problem: 'damaged' };
  }
}
