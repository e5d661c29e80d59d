import { formatId } from '#kernel/id.ts';
import { OutboxRefusal, pendingOf } from '#platform/sync/outbox.ts';
import type { SyncPorts } from '#platform/sync/ports.ts';
import { readDocument } from '#platform/sync/refresh.ts';
import { enrolled, syncOnce } from '#platform/sync/sync.ts';
import type { Chance } from './chance.ts';
import type { Faults } from './faults.ts';
import { faultyStore } from './faults.ts';
import type { Carrier } from './network.ts';
import { openStore, StorageFull } from './phone-store.ts';
import type { CompleteFate, PhoneDisk } from './phone-store.ts';
import { plainSealer } from './plain-sealer.ts';
import type { Server } from './server.ts';
import type { Witness } from './witness.ts';

/** A phone with the app on it. The disk outlives the app; `ports` belong to the app that runs now. */
export interface Phone {
  readonly name: string;
  readonly user: string;
  readonly disk: PhoneDisk;
  readonly ports: () => SyncPorts;
  readonly running: () => boolean;
  /** Grows with every death, so that what an app began does not go on in the next. */
  readonly life: () => number;
  start(): void;
  kill(): void;
  /** It is gone for good. */
  bury(): void;
  /** One round, unless one is under way: the app holds a lock. Resolves when the app is alive and done. */
  sync(force: boolean): Promise<void>;
  /** Signs in and takes a new device id. */
  enrol(): Promise<void>;
}

export interface PhoneGiven {
  readonly name: string;
  readonly user: string;
  readonly disk: PhoneDisk;
  readonly chance: Chance;
  readonly witness: Witness;
  readonly faults: Faults;
  readonly carrier: Carrier;
  readonly server: Server;
  /** True time; the phone's own clock is this and its skew. */
  readonly now: () => number;
  readonly skewMs: () => number;
  readonly fate: () => CompleteFate;
  /** Whether what is on the screen is held against documents and outbox. */
  readonly screenHolds: boolean;
}

export function createPhone(given: PhoneGiven): Phone {
  const { disk, chance, witness, faults, server } = given;
  let life = 0;
  let alive = false;
  let syncing = false;
  let buried = false;
  let ports: SyncPorts | undefined;
  let unsafe: (() => void) | undefined;

  const kill = (): void => {
    unsafe?.();
    unsafe = undefined;
    life += 1;
    [alive, syncing, ports] = [false, false, undefined];
  };

  const start = (): void => {
    if (alive || buried) return;
    alive = true;
    const mine = life;
    const store = openStore(disk, {
      alive: () => alive && life === mine,
      fate: given.fate,
      died: kill,
      ...(faults.speaksTooEarly && { atRisk: (undo: () => void) => (unsafe = undo) }),
    });
    ports = {
      ...{ store: faultyStore(store, faults), sealer: plainSealer(), random: chance },
      clock: { now: () => given.now() + given.skewMs(), zone: () => 'Asia/Jakarta' },
      network: networkOf(given),
    };
  };

  const running = (): SyncPorts => {
    if (!ports) throw new Error(`${given.name} is switched off`);
    return ports;
  };

  return {
    ...{ name: given.name, user: given.user, disk },
    ports: running,
    running: () => alive,
    life: () => life,
    start,
    kill,
    bury() {
      kill();
      buried = true;
    },
    async sync(force) {
      if (!alive || syncing) return;
      syncing = true;
      try {
        await syncOnce(running(), { force });
      } catch (error) {
        if (!(error instanceof StorageFull)) throw error;
      }
      syncing = false;
      if (given.screenHolds && chance.happens(0.3))
        await holdScreen(running(), witness, given.name);
    },
    async enrol() {
      const deviceId = formatId(given.now(), 1, chance.bytes(8));
      server.state().devices.set(deviceId, { user: given.user, revoked: false });
      await enrolled(running(), deviceId);
    },
  };
}

function networkOf({ carrier, server }: PhoneGiven): SyncPorts['network'] {
  const carry = (to: (text: string) => ReturnType<Server['push']>) => (request: unknown) =>
    carrier.send(JSON.stringify(request), to);
  return {
    push: carry(server.push),
    pull: carry(server.pull),
    photoHas: (sha256) =>
      carrier
        .send('', () => server.photoHas(sha256))
        .then((answer) => {
          const bytes = bytesOf(answer.json);
          if (bytes === null) throw new Error('unreadable');
          return { status: answer.status, bytes };
        }),
    putPhoto: ({ sha256, at, totalBytes, bytes }) =>
      carrier
        .send('', () => server.putPhoto({ sha256, at, totalBytes, length: bytes.length }))
        .then((answer) => ({ status: answer.status, bytes: bytesOf(answer.json) })),
  };
}

/** Null when it is no answer of the server's. */
function bytesOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('bytes' in json)) return null;
  return Number(json.bytes);
}

/** What she sees: every delivered command once, in the document or folded onto it; no unsent one twice. */
async function holdScreen(ports: SyncPorts, witness: Witness, name: string): Promise<void> {
  for (const { key } of await ports.store.read((tx) => tx.listDocumentKeys())) {
    const body = await readDocument(ports, key);
    const { takenBy } = body as unknown as { takenBy: string[] };
    const pending = await pendingOf(ports, key);
    const commands = await ports.store.read((tx) => tx.listCommands());
    const folded = new Set(pending.map(({ command }) => command.id));
    for (const { command } of pending)
      if (takenBy.includes(command.id))
        witness.diverged(`${name} shows ${command.id} twice on ${key}`);
    for (const { id, state, subjects, kind } of commands) {
      const arrived = state === 'delivered' || state === 'needs-review';
      if (!arrived || !subjects.includes(key) || kind.startsWith('access.')) continue;
      if (!folded.has(id) && !takenBy.includes(id))
        witness.diverged(`${name} shows ${id} nowhere on ${key}`);
    }
  }
}

/** Whether keeping something failed for want of room: she tries again later. */
export function isFull(error: unknown): boolean {
  return error instanceof StorageFull;
}

/** Whether the outbox said no to what a person did at a moment too late. */
export function isTooLate(error: unknown): boolean {
  return error instanceof OutboxRefusal;
}
