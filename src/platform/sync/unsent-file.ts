import { inOrder, isLive, isUnsent } from './order.ts';
import type { OutboxCommand, StoreTx, SyncPorts } from './ports.ts';
import { unsentFileShape } from './protocol.ts';
import type { UnsentFile } from './protocol.ts';

/**
 * The unsent work as a file ("Cadangkan"). Every body in it is sealed to the server's key: of no use to
 * whoever finds it. Needs no PIN. What is being repaired or discarded is in it too: discarded, a repair gives
 * back what it repaired. Its pictures follow line by line (`unsent-photos.ts`).
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
    commands: inOrder(commands.filter(isUnsent), deviceId).map(
      ({ id, deviceId: from, seq, place, subjects, deps, photos, ...rest }) => ({
        ...{ id, deviceId: from, seq, place, kind: rest.kind, version: rest.version },
        ...(rest.placedOn !== undefined && { placedOn: rest.placedOn }),
        ...{ madeAt: rest.madeAt, sealed: rest.sealed, keyId: rest.keyId },
        ...{ subjects: [...subjects], deps: [...deps], photos: [...photos] },
        ...(rest.replaces !== undefined && { replaces: rest.replaces }),
        ...(rest.supersededBy !== undefined && { supersededBy: rest.supersededBy }),
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
    const superseder = await superseders(tx, file);
    let taken = 0;
    let lastSeq = meta.lastSeq;
    for (const { supersededBy: _by, ...one } of file.commands) {
      const by = superseder.get(one.id);
      const here = await tx.findCommand(one.id);
      if (here) {
        if (isLive(here) && by !== undefined) await tx.putCommand({ ...here, supersededBy: by });
        continue;
      }
      const row: OutboxCommand = {
        ...{ ...one, locked: null, state: 'waiting', attempts: 0, nextTryAt: null },
        ...(by !== undefined && { supersededBy: by }),
      };
      await tx.putCommand(row);
      if (isLive(row)) taken += 1;
      if (one.deviceId === meta.deviceId) lastSeq = Math.max(lastSeq, one.seq);
    }
    if (lastSeq > meta.lastSeq) await tx.putMeta({ lastSeq });
    const work = file.commands.filter((one) => one.supersededBy === undefined).length;
    return { kind: 'imported', taken, already: Math.max(0, work - taken) };
  });
}

/**
 * What in the file is being repaired or discarded, and by what. Where that has arrived from here since, the
 * server is asked what became of the command itself.
 */
async function superseders(tx: StoreTx, { commands }: UnsentFile): Promise<Map<string, string>> {
  const inFile = new Set(commands.map(({ id }) => id));
  const found = new Map<string, string>();
  for (const { id, supersededBy: by } of commands) {
    if (by === undefined) continue;
    const here = await tx.findCommand(by);
    if (here ? isUnsent(here) : inFile.has(by)) found.set(id, by);
  }
  return found;
}

function readFile(text: string): UnsentFile | null {
  try {
    return unsentFileShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
