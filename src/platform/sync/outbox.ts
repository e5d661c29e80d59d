import { formatId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import { inOrder, isLive, isUnsent, supersededBy } from './order.ts';
import type { OutboxCommand, StoreReader, StoreTx, SyncPorts } from './ports.ts';
import { DISCARD_KIND, MAX_PUSH_CHARACTERS } from './protocol.ts';
import type { Content } from './protocol.ts';

/** What a screen hands over when its form is done. */
export interface NewCommand {
  /** From the draft, so that the same form handed in twice is one command; without it, a new one is made. */
  readonly id?: string;
  readonly kind: string;
  readonly version: number;
  readonly body: Json;
  /** Everything it touches, and the keys of the documents it is folded onto. */
  readonly subjects: readonly string[];
  readonly deps?: readonly string[];
  /** sha-256 of pictures already in the store. */
  readonly photos?: readonly string[];
  readonly gps?: Content['gps'];
  readonly baseVersion?: number;
  /** The draft it came from, which goes in the same transaction. */
  readonly closesDraft?: string;
}

export type OutboxProblem =
  /** The id is taken by a command with another content. */
  | 'id-taken'
  /** It would not fit into a push even alone. */
  | 'too-large'
  /** There is no such command, or it is not in a state that allows this. */
  | 'not-possible';

/** Thrown instead of keeping something; nothing was changed. */
export class OutboxRefusal extends Error {
  readonly problem: OutboxProblem;

  constructor(problem: OutboxProblem) {
    super(`the outbox refuses: ${problem}`);
    this.name = 'OutboxRefusal';
    this.problem = problem;
  }
}

/**
 * Keeps a command for the server. When this resolves, and not before, the screen may say "Tersimpan di
 * HP": the transaction is complete on the phone's storage. Rejects, having kept nothing, when the storage
 * is full or the app is locked.
 *
 * @throws OutboxRefusal
 */
export async function append(ports: SyncPorts, command: NewCommand): Promise<OutboxCommand> {
  return keep(ports, command, () => Promise.resolve([]));
}

/**
 * Keeps a new command in the place of a refused one. The old one stays until the server has the new.
 *
 * @throws OutboxRefusal when `refusedId` isn't in "Perlu perbaikan"
 */
export async function repair(
  ports: SyncPorts,
  refusedId: string,
  command: NewCommand,
): Promise<OutboxCommand> {
  return keep(ports, command, async (tx) => {
    const refused = await tx.findCommand(refusedId);
    if (refused?.state !== 'refused' || !isLive(refused)) throw new OutboxRefusal('not-possible');
    return [refused, ...supersededBy(await tx.listCommands(), refusedId)];
  });
}

/**
 * Gives up a command, with a reason of its author's. It stays until the server has been told.
 *
 * @throws OutboxRefusal when the server has the command, or it has been repaired or discarded already
 */
export async function discard(
  ports: SyncPorts,
  given: { commandId: string; reason: string },
): Promise<OutboxCommand> {
  const target = await ports.store.read((tx) => tx.findCommand(given.commandId));
  if (!target) throw new OutboxRefusal('not-possible');
  const body = {
    commandId: target.id,
    deviceId: target.deviceId,
    seq: target.seq,
    reason: given.reason,
  };
  const taking = { kind: DISCARD_KIND, version: 1, body, subjects: [`command:${target.id}`] };
  return keep(ports, taking, async (tx) => {
    const now = await tx.findCommand(target.id);
    if (!now || !isLive(now) || now.kind === DISCARD_KIND) throw new OutboxRefusal('not-possible');
    return [now];
  });
}

/** The commands a new one supersedes, the nearest first; throws when it may not. */
type Superseding = (tx: StoreReader) => Promise<readonly OutboxCommand[]>;

async function keep(
  ports: SyncPorts,
  command: NewCommand,
  superseding: Superseding,
): Promise<OutboxCommand> {
  const { store, sealer, clock } = ports;
  const id = command.id ?? formatId(clock.now(), 0, ports.random.bytes(8));
  const locked = await sealer.lock(new TextEncoder().encode(JSON.stringify(command.body)));
  // Sealing can't be awaited inside the transaction, so its number is read before and compared within.
  for (;;) {
    const before = await store.read(async (tx) => ({
      meta: await tx.getMeta(),
      kept: await tx.findCommand(id),
      old: await tx.findCommand(id).then((kept) => (kept ? [] : superseding(tx))),
    }));
    if (before.kept) return sameAgain(ports, before.kept, command);
    const seq = before.meta.lastSeq + 1;
    const content = contentOf(command, { id, seq, ...before, clock });
    const { sealed, keyId } = await sealer.seal(JSON.stringify(content));
    if (sealed.length > MAX_PUSH_CHARACTERS) throw new OutboxRefusal('too-large');
    const row: OutboxCommand = {
      ...{ id, deviceId: before.meta.deviceId, seq, sealed, keyId, locked },
      ...{ kind: command.kind, version: command.version, madeAt: content.madeAt },
      ...{ subjects: content.subjects, deps: content.deps, photos: content.photos },
      ...placeOf(command, before, seq),
      ...{ state: 'waiting', attempts: 0, nextTryAt: null },
      ...(before.old[0] && { replaces: before.old[0].id }),
    };
    const done = await store.write((tx) => put(tx, row, { command, superseding }));
    if (done) return row;
  }
}

/** A repair stands where the refused command stood, in the order of the device that one was written on. */
function placeOf(
  { kind }: NewCommand,
  { meta, old }: { meta: { deviceId: string }; old: readonly OutboxCommand[] },
  seq: number,
): Pick<OutboxCommand, 'place' | 'placedOn'> {
  const [repaired] = old;
  if (!repaired || kind === DISCARD_KIND) return { place: seq };
  const placedOn = repaired.placedOn ?? repaired.deviceId;
  return { place: repaired.place, ...(placedOn !== meta.deviceId && { placedOn }) };
}

/** False when another tab took the number or the id meanwhile. */
async function put(
  tx: StoreTx,
  row: OutboxCommand,
  { command, superseding }: { command: NewCommand; superseding: Superseding },
): Promise<boolean> {
  const meta = await tx.getMeta();
  if (meta.lastSeq + 1 !== row.seq || meta.deviceId !== row.deviceId) return false;
  if (await tx.findCommand(row.id)) return false;
  const [old] = await superseding(tx);
  if (old?.id !== row.replaces) return false;
  await tx.putCommand(row);
  await tx.putMeta({ lastSeq: row.seq });
  if (old) await tx.putCommand({ ...old, supersededBy: row.id });
  if (command.closesDraft !== undefined) await tx.deleteDraft(command.closesDraft);
  for (const sha256 of row.photos) {
    const photo = await tx.findPhoto(sha256);
    if (photo) await tx.putPhoto({ ...photo, commandIds: [...photo.commandIds, row.id] });
  }
  return true;
}

function contentOf(
  command: NewCommand,
  given: Pick<Content, 'id' | 'seq'> & {
    meta: { deviceId: string; clockOffsetMs: number | null };
    old: readonly OutboxCommand[];
    clock: SyncPorts['clock'];
  },
): Content {
  const { kind, version, body, gps, baseVersion } = command;
  const isRepair = kind !== DISCARD_KIND && given.old.length > 0;
  const replaces = given.old.map(({ id, deviceId, seq }) => ({ id, deviceId, seq }));
  return {
    ...{ id: given.id, kind, version, body },
    subjects: [...new Set(command.subjects)],
    deps: [...new Set(command.deps ?? [])],
    photos: [...new Set(command.photos ?? [])],
    ...{ deviceId: given.meta.deviceId, seq: given.seq },
    madeAt: new Date(given.clock.now()).toISOString(),
    ...{ zone: given.clock.zone(), clockOffsetMs: given.meta.clockOffsetMs },
    ...(gps && { gps }),
    ...(baseVersion !== undefined && { baseVersion }),
    ...(isRepair && { replaces }),
  };
}

/** The same form handed in again is the same command; another content under its id is a fault to be seen. */
async function sameAgain(
  { sealer }: SyncPorts,
  kept: OutboxCommand,
  command: NewCommand,
): Promise<OutboxCommand> {
  if (kept.kind !== command.kind || kept.locked === null) throw new OutboxRefusal('id-taken');
  const text = new TextDecoder().decode(await sealer.unlock(kept.locked));
  if (!sameJson(JSON.parse(text) as Json, command.body)) throw new OutboxRefusal('id-taken');
  return kept;
}

function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => {
      const other = right.get(key);
      return other !== undefined && sameJson(value, other);
    })
  );
}

/** A command with its body, for folding onto a document. */
export interface PendingCommand {
  readonly command: OutboxCommand;
  readonly body: Json;
}

/**
 * In order, what the document of this key doesn't hold yet: the unsent, and what was delivered since it was
 * read. Refused ones are among them, so that what she entered stays in sight: look at `command.state`.
 * What is being discarded and what came out of a file aren't.
 *
 * @param documentKey without it, everything not yet in a complete refresh
 */
export async function pendingOf(
  { store, sealer }: Pick<SyncPorts, 'store' | 'sealer'>,
  documentKey?: string,
): Promise<PendingCommand[]> {
  const { commands, asOf, deviceId } = await store.read(async (tx) => {
    const meta = await tx.getMeta();
    const document = documentKey === undefined ? undefined : await tx.findDocument(documentKey);
    return {
      commands: await tx.listCommands(),
      asOf: document?.passedBy ? document.asOf : Math.max(meta.refreshedAsOf, document?.asOf ?? 0),
      deviceId: meta.deviceId,
    };
  });
  const pending = inOrder(commands, deviceId).filter(
    (one) =>
      one.supersededBy === undefined &&
      one.kind !== DISCARD_KIND &&
      (documentKey === undefined || one.subjects.includes(documentKey)) &&
      (isUnsent(one) || (one.deliveredTick ?? 0) >= asOf),
  );
  const bodies = pending.flatMap((command) => {
    const { locked } = command;
    return locked === null ? [] : [{ command, locked }];
  });
  return Promise.all(
    bodies.map(async ({ command, locked }) => ({
      command,
      body: JSON.parse(new TextDecoder().decode(await sealer.unlock(locked))) as Json,
    })),
  );
}
