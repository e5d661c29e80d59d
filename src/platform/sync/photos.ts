import { isDue } from './order.ts';
import type { StoredPhoto, SyncPorts } from './ports.ts';
import { waitMs } from './retry.ts';

/** Small enough that a weak signal carries it between two tunnels. */
const pieceBytes = 128 * 1024;
const triesOfAWrongHash = 3;

export type PhotoDelivery = 'nothing' | 'sent' | 'later' | 'locked';

/**
 * Sends one picture whose command has been delivered, from where the server stopped. Pictures come after
 * the commands; a command is valid without its picture.
 */
export async function deliverPhoto(
  { store, sealer, network, clock, random }: SyncPorts,
  { force = false }: { force?: boolean } = {},
): Promise<PhotoDelivery> {
  if (!sealer.open) return 'locked';
  const photo = await store.read(async (tx) => {
    const delivered = new Set(
      (await tx.listCommands()).flatMap((one) => (one.deliveredAt === undefined ? [] : [one.id])),
    );
    const next = (await tx.listPhotos()).find(
      (one) =>
        one.state === 'waiting' &&
        (force || isDue(one, clock.now())) &&
        one.commandIds.some((id) => delivered.has(id)),
    );
    return next && tx.findPhoto(next.sha256);
  });
  if (!photo) return 'nothing';
  const bytes = await sealer.unlock(photo.locked);
  const status = await sendFrom(network, photo, bytes).catch(() => null);
  const change = (now: StoredPhoto): StoredPhoto => {
    if (status === 200 || status === 201) return { ...now, state: 'sent', nextTryAt: null };
    const attempts = now.attempts + 1;
    const given = status === 422 && attempts >= triesOfAWrongHash;
    if (given || status === 413) return { ...now, attempts, state: 'refused', nextTryAt: null };
    return { ...now, attempts, nextTryAt: clock.now() + waitMs(attempts - 1, random) };
  };
  await store.write(async (tx) => {
    const now = await tx.findPhoto(photo.sha256);
    if (now) await tx.putPhoto(change(now));
  });
  return status === 200 || status === 201 ? 'sent' : 'later';
}

/** @returns the status that ended it */
async function sendFrom(
  network: SyncPorts['network'],
  { sha256 }: StoredPhoto,
  bytes: Uint8Array,
): Promise<number> {
  const has = await network.photoHas(sha256);
  if (has.status !== 200) return has.status === 201 ? 500 : has.status;
  let at = has.bytes;
  if (at >= bytes.length) return 200;
  for (;;) {
    const piece = bytes.subarray(at, at + pieceBytes);
    const { status } = await network.putPhoto({
      ...{ sha256, at, bytes: piece },
      totalBytes: bytes.length,
    });
    if (status !== 202) return status;
    at += piece.length;
    // "More, please" after the last byte: the server counts otherwise, so it is asked again later.
    if (at >= bytes.length) return 202;
  }
}
