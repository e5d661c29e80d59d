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
  const { photo, shut } = await store.read(async (tx) => {
    const delivered = new Set(
      (await tx.listCommands()).flatMap((one) => (one.deliveredAt === undefined ? [] : [one.id])),
    );
    const next = (await tx.listPhotos())
      .filter(
        (one) =>
          one.state === 'waiting' &&
          (force || isDue(one, clock.now())) &&
          (one.ofDelivered ?? one.commandIds.some((id) => delivered.has(id))),
      )
      // What failed often stands behind: a picture that never arrives must not keep the others here.
      .sort((a, b) => a.attempts - b.attempts);
    const able = next.find((one) => sealer.open || one.opener !== undefined);
    return { photo: able && (await tx.findPhoto(able.sha256)), shut: next.length > 0 && !able };
  });
  if (!photo) return shut ? 'locked' : 'nothing';
  const bytes = await bytesOf(photo, sealer);
  if (!bytes && !sealer.open) return 'locked';
  const status = bytes ? await sendFrom(network, photo, bytes).catch(() => null) : 'unreadable';
  const change = (now: StoredPhoto): StoredPhoto => {
    if (status === 200 || status === 201) return { ...now, state: 'sent', nextTryAt: null };
    const attempts = now.attempts + 1;
    const given = status === 422 && attempts >= triesOfAWrongHash;
    if (given || status === 413 || status === 'unreadable')
      return { ...now, attempts, state: 'refused', nextTryAt: null };
    return { ...now, attempts, nextTryAt: clock.now() + waitMs(attempts - 1, random) };
  };
  await store.write(async (tx) => {
    const now = await tx.findPhoto(photo.sha256);
    if (now) await tx.putPhoto(change(now));
  });
  return status === 200 || status === 201 ? 'sent' : 'later';
}

/** Null for a picture under a PIN that was given up: nobody can open it any more. */
function bytesOf(photo: StoredPhoto, sealer: SyncPorts['sealer']): Promise<Uint8Array | null> {
  if (photo.opener !== undefined) return Promise.resolve(photo.locked);
  return sealer.unlock(photo.locked).catch(() => null);
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
    const { status, bytes: there } = await network.putPhoto({
      ...{ sha256, at, bytes: piece },
      totalBytes: bytes.length,
    });
    // A page in place of the answer has any status; the picture stays here until the server itself has said so.
    if (status < 300 && there === null) return 502;
    if (status !== 202) return status;
    at += piece.length;
    // "More, please" after the last byte: the server counts otherwise, so it is asked again later.
    if (at >= bytes.length) return 202;
  }
}
