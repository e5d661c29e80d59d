import type { Field } from '../field.svelte.ts';

/** A photo kept on this phone, readable again; null when it is gone or the app is locked. */
export async function keptPhoto(field: Field, sha256: string): Promise<Blob | null> {
  const { session } = field;
  if (!session?.keys.open) return null;
  const stored = await session.ports.store.read((tx) => tx.findPhoto(sha256));
  if (!stored) return null;
  const bytes = await session.ports.sealer.unlock(stored.locked);
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
}
