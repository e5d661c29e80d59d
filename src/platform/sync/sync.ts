import { deliverAll } from './deliver.ts';
import type { Delivery } from './deliver.ts';
import { deliverPhoto } from './photos.ts';
import type { SyncPorts } from './ports.ts';
import { refreshOnce } from './refresh.ts';
import type { Refreshing } from './refresh.ts';

const keptDeliveredMs = 14 * 24 * 60 * 60_000;

/** One round: what is unsent, then pictures, then what changed, then what is old enough to go. */
export async function syncOnce(
  ports: SyncPorts,
  urgency: { force?: boolean } = {},
): Promise<{ delivery: Delivery; refreshing: Refreshing | null }> {
  const delivery = await deliverAll(ports, urgency);
  if (delivery.kind === 'paused') return { delivery, refreshing: null };
  while ((await deliverPhoto(ports, urgency)) === 'sent');
  const refreshing = await refreshOnce(ports);
  await prune(ports);
  return { delivery, refreshing };
}

/** What was delivered a fortnight ago leaves the list "Terkirim"; its picture goes with it once it is sent. */
export async function prune({ store, clock }: Pick<SyncPorts, 'store' | 'clock'>): Promise<void> {
  const before = clock.now() - keptDeliveredMs;
  await store.write(async (tx) => {
    const { refreshedAsOf } = await tx.getMeta();
    const waiting = (await tx.listPhotos()).filter((photo) => photo.state === 'waiting');
    const needed = new Set(waiting.flatMap((photo) => photo.commandIds));
    const gone = (await tx.listCommands()).filter(
      ({ id, deliveredAt = Infinity, deliveredTick = Infinity }) =>
        deliveredAt < before && deliveredTick < refreshedAsOf && !needed.has(id),
    );
    for (const command of gone) await tx.deleteCommand(command.id);
    const left = new Set((await tx.listCommands()).map((command) => command.id));
    for (const { sha256, state, commandIds, ofDelivered } of await tx.listPhotos()) {
      const ended = state === 'sent' || (commandIds.length > 0 && !ofDelivered);
      if (ended && !commandIds.some((id) => left.has(id))) await tx.deletePhoto(sha256);
    }
  });
}

/** The server has taken this phone in under a new id: numbers start again; what is unsent keeps its old ones. */
export async function enrolled(
  { store }: Pick<SyncPorts, 'store'>,
  deviceId: string,
): Promise<void> {
  await store.write(async (tx) => {
    if ((await tx.getMeta()).deviceId === deviceId) return;
    await tx.putMeta({ deviceId, lastSeq: 0, doubleSeen: false, paused: null, lost: [] });
  });
}
