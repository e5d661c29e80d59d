import { later, takeAnswers } from './answers.ts';
import { chooseBatch, isLive, isUnsent, stillHeld } from './order.ts';
import type { OutboxCommand, StoreTx, SyncMeta, SyncPorts, WireAnswer } from './ports.ts';
import { MAX_OTHERS, MAX_REPORTED_LOST, PROTOCOL, pushResponseShape } from './protocol.ts';
import type { PushRequest, PushResponse } from './protocol.ts';
import { syncRefusal } from './refusals.ts';
import { longestWaitMs, waitMs } from './retry.ts';

export type Delivery =
  /** Nothing can go now; `nextAt` is when something may. Null: when something new is entered, or somebody acts. */
  | { readonly kind: 'nothing'; readonly nextAt: number | null }
  | { readonly kind: 'sent'; readonly answered: number; readonly more: boolean }
  /** Nothing readable came back. */
  | { readonly kind: 'later'; readonly nextAt: number; readonly status: number | null }
  /** Until she signs in again, or the app is updated. */
  | { readonly kind: 'paused'; readonly reason: 'unauthorised' | 'update-needed' };

interface Urgency {
  /** On opening, when the server can be reached again, and at "Kirim sekarang": waits for nothing. */
  readonly force?: boolean;
}

/**
 * Sends one push and takes its answers. One tab at a time (the app holds a Web Lock); whatever happens in
 * between, a command that was sent is sent again until the server has answered for it.
 */
export async function deliverOnce(
  ports: SyncPorts,
  { force = false }: Urgency = {},
): Promise<Delivery> {
  const { store, clock } = ports;
  const start = await store.write((tx) => begin(tx, clock.now(), force));
  if ('delivery' in start) return start.delivery;
  return send(ports, start.batch);
}

/** Pushes until nothing is left that can go. */
export async function deliverAll(
  ports: SyncPorts,
  { force = false }: Urgency = {},
): Promise<Delivery> {
  let last = await deliverOnce(ports, { force });
  let goOn = true;
  // Each round finishes, holds or refuses something, so that there is an end; the first may have been empty.
  while (goOn && last.kind === 'sent' && last.more) {
    last = await deliverOnce(ports);
    goOn = last.kind === 'sent' && last.answered > 0;
  }
  return last;
}

/** She has signed in again, or the app is a new one: sending goes on. */
export async function resume({ store }: Pick<SyncPorts, 'store'>): Promise<void> {
  await store.write((tx) => tx.putMeta({ paused: null, trouble: null }));
}

/** Marks what is about to go, so that after a crash it is known to be in doubt. */
async function begin(
  tx: StoreTx,
  now: number,
  force: boolean,
): Promise<{ delivery: Delivery } | { batch: OutboxCommand[] }> {
  const meta = await tx.getMeta();
  if (meta.paused && !force) return { delivery: { kind: 'paused', reason: meta.paused.reason } };
  const commands = await tx.listCommands();
  const batch = chooseBatch(commands, { deviceId: meta.deviceId, now, force });
  // Asked for, also an empty push goes: it compares numbers with a server that may have been put back.
  if (batch.length === 0 && !force)
    return { delivery: { kind: 'nothing', nextAt: nextTry(commands) } };
  const { trouble } = meta;
  if (trouble && !force && trouble.until > now && trouble.until - now <= longestWaitMs)
    return { delivery: { kind: 'later', nextAt: trouble.until, status: trouble.status } };
  for (const command of batch) await tx.putCommand({ ...command, state: 'sending' });
  return { batch };
}

function nextTry(commands: readonly OutboxCommand[]): number | null {
  const tries = commands.flatMap((one) =>
    isLive(one) && one.state !== 'refused' && one.nextTryAt !== null ? [one.nextTryAt] : [],
  );
  return tries.length === 0 ? null : Math.min(...tries);
}

async function send(ports: SyncPorts, batch: readonly OutboxCommand[]): Promise<Delivery> {
  const { store, network, clock } = ports;
  const request = await store.read((tx) => requestOf(tx, batch));
  const sentAt = clock.now();
  const answer = await network.push(request).catch(() => null);
  const now = clock.now();
  if (answer?.status === 413) return tooLarge(ports, batch);
  if (answer?.status === 401) return pause(ports, batch, 'unauthorised');
  if (answer?.status === 409) return pause(ports, batch, 'update-needed');
  const response = readResponse(answer);
  if (!response) return trouble(ports, batch, answer);
  return store.write(async (tx) => {
    const answered = await takeAnswers(tx, { sent: batch, response, now, random: ports.random });
    const offset = offsetOf(response.serverTime, sentAt, now);
    if (offset !== null) await tx.putMeta({ clockOffsetMs: offset });
    const { deviceId } = await tx.getMeta();
    const left = chooseBatch(await tx.listCommands(), { deviceId, now, force: false });
    return { kind: 'sent', answered, more: left.length > 0 };
  });
}

async function requestOf(
  tx: Pick<StoreTx, 'getMeta' | 'listCommands'>,
  batch: readonly OutboxCommand[],
): Promise<PushRequest> {
  const meta = await tx.getMeta();
  const held = await tx.listCommands();
  const pending = stillHeld(held);
  const others = new Set(held.map((one) => one.deviceId));
  others.delete(meta.deviceId);
  const oldest = pending.map((one) => one.madeAt).sort()[0];
  return {
    ...{ protocol: PROTOCOL, deviceId: meta.deviceId },
    pending: { count: pending.length, oldestAt: oldest ?? null },
    ...(meta.lost.length > 0 && { lost: meta.lost.slice(0, MAX_REPORTED_LOST) }),
    ...(others.size > 0 && { others: [...others].slice(0, MAX_OTHERS) }),
    commands: batch.map(({ id, deviceId, seq, deps, subjects, sealed, keyId }) => ({
      ...{ id, seq, deps: [...deps], subjects: [...subjects], sealed, keyId },
      ...(deviceId !== meta.deviceId && { from: deviceId }),
    })),
  };
}

function readResponse(answer: WireAnswer | null): PushResponse | null {
  if (answer?.status !== 200) return null;
  const read = pushResponseShape.safeParse(answer.json);
  return read.success ? read.data : null;
}

/** Server's clock less the device's; null when the answer took too long, or the clock was set meanwhile. */
export function offsetOf(serverTime: string, sentAt: number, now: number): number | null {
  const took = now - sentAt;
  if (took < 0 || took > 30_000) return null;
  return Math.round(Date.parse(serverTime) - (sentAt + took / 2));
}

/** Half as much at once; what is too large even alone goes to "Perlu perbaikan". */
async function tooLarge(ports: SyncPorts, batch: readonly OutboxCommand[]): Promise<Delivery> {
  if (batch.length > 1) return send(ports, batch.slice(0, Math.ceil(batch.length / 2)));
  return ports.store.write(async (tx) => {
    for (const { id } of batch) {
      const command = await tx.findCommand(id);
      if (command && isUnsent(command))
        await tx.putCommand({
          ...command,
          state: 'refused',
          refusal: syncRefusal('sync.too-large'),
        });
    }
    return { kind: 'sent', answered: batch.length, more: true };
  });
}

async function pause(
  ports: SyncPorts,
  batch: readonly OutboxCommand[],
  reason: NonNullable<SyncMeta['paused']>['reason'],
): Promise<Delivery> {
  await ports.store.write(async (tx) => {
    await tx.putMeta({ paused: { reason, at: ports.clock.now() }, trouble: null });
    for (const { id } of batch) {
      const command = await tx.findCommand(id);
      if (command && isUnsent(command)) await tx.putCommand({ ...command, nextTryAt: null });
    }
  });
  return { kind: 'paused', reason };
}

/** 500, 502 with a page in it, half a body, nothing: later, and each time later still. */
async function trouble(
  ports: SyncPorts,
  batch: readonly OutboxCommand[],
  answer: WireAnswer | null,
): Promise<Delivery> {
  const { store, clock, random } = ports;
  const now = clock.now();
  const status = answer?.status ?? null;
  return store.write(async (tx) => {
    const times = ((await tx.getMeta()).trouble?.times ?? 0) + 1;
    const asked = (answer?.retryAfterSeconds ?? 0) * 1000;
    const until = now + Math.min(longestWaitMs, Math.max(asked, waitMs(times - 1, random)));
    await tx.putMeta({ trouble: { status, at: now, times, until } });
    for (const { id } of batch) {
      const command = await tx.findCommand(id);
      if (!command || !isUnsent(command)) continue;
      // Nothing came back at all: that is the signal's doing, not the command's.
      await tx.putCommand(answer ? later(command, now, random) : { ...command, nextTryAt: null });
    }
    return { kind: 'later', nextAt: until, status };
  });
}
