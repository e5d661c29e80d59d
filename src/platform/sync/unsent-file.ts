import { inOrder, isLive } from './order.ts';
import type { OutboxCommand, SyncPorts } from './ports.ts';
import { unsentFileShape } from './protocol.ts';
import type { UnsentFile } from './protocol.ts';

/**
 * The unsent work as a file ("Cadangkan"). Every body in it is sealed to the server's key: of no use to
 * whoever finds it. Needs no PIN. Its pictures follow line by line (`unsent-photos.ts`).
 */
export async function exportUnsent({
  store,
  clock,
}: Pick<SyncPorts, 'store' | 'clock'>): Promise<UnsentFile> {
  const { commands, deviceId } = await store.read(async (tx) => ({
    commands: await tx.listCommands(),
    deviceId: (await tx.getMeta()).deviceId,
  }));
  return {
    format: 'naik-kelas-belum-terkirim',
    version: 1,
    deviceId,
    exportedAt: new Date(clock.now()).toISOString(),
    commands: inOrder(commands.filter(isLive), deviceId).map(
      ({ id, deviceId: from, seq, place, subjects, deps, photos, ...rest }) => ({
        ...{ id, deviceId: from, seq, place, kind: rest.kind, version: rest.version },
        ...(rest.placedOn !== undefined && { placedOn: rest.placedOn }),
        ...{ madeAt: rest.madeAt, sealed: rest.sealed, keyId: rest.keyId },
        ...{ subjects: [...subjects], deps: [...deps], photos: [...photos] },
      }),
    ),
  };
}

export type Importing =
  | { readonly kind: 'imported'; readonly taken: number; readonly already: number }
  /** It is no file of unsent work, or a damaged one. Nothing was taken. */
  | { readonly kind: 'unreadable' };

/**
 * Takes a file of unsent work into this outbox, to be sent from here. Each command keeps its id, device and
 * number, so that opening the file twice, or sending it from both phones, still does everything once.
 */
export async function importUnsent(
  { store }: Pick<SyncPorts, 'store'>,
  text: string,
): Promise<Importing> {
  const file = readFile(text);
  if (!file) return { kind: 'unreadable' };
  return store.write(async (tx) => {
    const meta = await tx.getMeta();
    let taken = 0;
    let lastSeq = meta.lastSeq;
    for (const one of file.commands) {
      if (await tx.findCommand(one.id)) continue;
      const row: OutboxCommand = {
        ...{ ...one, locked: null, state: 'waiting', attempts: 0, nextTryAt: null },
      };
      await tx.putCommand(row);
      taken += 1;
      if (one.deviceId === meta.deviceId) lastSeq = Math.max(lastSeq, one.seq);
    }
    if (lastSeq > meta.lastSeq) await tx.putMeta({ lastSeq });
    return { kind: 'imported', taken, already: file.commands.length - taken };
  });
}

function readFile(text: string): UnsentFile | null {
  try {
    return unsentFileShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
