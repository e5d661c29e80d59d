import type { StoredPhoto } from '#platform/sync/ports.ts';
import { openWith } from '#platform/sync/seal.ts';
import { sealedParts } from '#platform/sync/sealed-photo.ts';
import type { Field } from '../field.svelte.ts';
import type { KeyRing } from '../store/key-ring.ts';

/** A photo kept on this phone, readable again; null when it is gone or the app is locked. */
export async function keptPhoto(field: Field, sha256: string): Promise<Blob | null> {
  const { session } = field;
  if (!session?.keys.open) return null;
  const stored = await session.ports.store.read((tx) => tx.findPhoto(sha256));
  if (!stored) return null;
  const bytes = await readable(session.keys, stored);
  return bytes && new Blob([bytes], { type: 'image/jpeg' });
}

async function readable(
  keys: KeyRing,
  { locked, opener }: StoredPhoto,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (opener === undefined) return new Uint8Array(await keys.unlock(locked));
  const parts = sealedParts(new Uint8Array(locked));
  return opener && parts && openWith(new Uint8Array(await keys.unlock(opener)), parts.sealed);
}
