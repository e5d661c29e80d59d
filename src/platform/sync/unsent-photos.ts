import type { StoredPhoto, SyncPorts } from './ports.ts';
import { unsentPhotoShape } from './protocol.ts';
import type { UnsentPhoto } from './protocol.ts';
import { fromBase64url, toBase64url } from './seal.ts';

/** The pictures that have not arrived, by hash; those of a form that is still a draft stay behind with it. */
export async function photosToExport({ store }: Pick<SyncPorts, 'store'>): Promise<string[]> {
  const photos = await store.read((tx) => tx.listPhotos());
  return photos.filter(isOwed).map((photo) => photo.sha256);
}

const isOwed = (photo: Omit<StoredPhoto, 'locked'>) =>
  photo.state === 'waiting' &&
  photo.opener !== undefined &&
  (photo.ofDelivered === true || photo.commandIds.length > 0);

/** One picture as a line of the file; null when it has gone out meanwhile. */
export async function exportPhoto(
  { store }: Pick<SyncPorts, 'store'>,
  sha256: string,
): Promise<UnsentPhoto | null> {
  const photo = await store.read((tx) => tx.findPhoto(sha256));
  if (!photo || !isOwed(photo)) return null;
  return { sha256, commandIds: [...photo.commandIds], sealed: toBase64url(photo.locked) };
}

/**
 * Takes such lines in, behind the commands of the same file. A picture that is here already stays as it is; what is no
 * picture's line is passed by, since the commands are valid without it.
 *
 * @returns how many were taken
 */
export async function importPhotos(
  { store }: Pick<SyncPorts, 'store'>,
  lines: Iterable<string>,
): Promise<number> {
  let taken = 0;
  for (const line of lines) {
    const photo = readLine(line);
    if (!photo) continue;
    const { sha256, commandIds } = photo;
    const locked = fromBase64url(photo.sealed);
    taken += await store.write(async (tx) => {
      if (await tx.findPhoto(sha256)) return 0;
      const known = await Promise.all(commandIds.map((id) => tx.findCommand(id)));
      await tx.putPhoto({
        ...{ sha256, locked, opener: null, sizeBytes: locked.length, commandIds },
        ...{ state: 'waiting', attempts: 0, nextTryAt: null },
        ...(known.every((command) => command === undefined) && { ofDelivered: true }),
      });
      return 1;
    });
  }
  return taken;
}

function readLine(line: string): UnsentPhoto | null {
  try {
    return unsentPhotoShape.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
