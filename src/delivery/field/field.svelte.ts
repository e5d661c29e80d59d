import { businessDateOf } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { say } from '#kernel/words.ts';
import type { Lang, Words } from '#kernel/words.ts';
import { isLive } from '#platform/sync/order.ts';
import { append, discard, pendingOf, repair } from '#platform/sync/outbox.ts';
import type { OutboxCommand, SyncMeta } from '#platform/sync/ports.ts';
import { Documents } from './documents.ts';
import type { FieldApp, NewCommand, PendingCommand } from './field-context.ts';
import type { Phase } from './phase.ts';
import { Preferences } from './preferences.svelte.ts';
import { Router } from './router.svelte.ts';
import { isFull, lookAtStorage } from './storage-watch.ts';
import type { StorageState } from './storage-watch.ts';
import { noteNumber } from './store/known-users.ts';
import { Sender } from './store/sender.ts';
import type { Session } from './store/session.ts';
import { Snapshot } from './store/snapshot.ts';
import { Updates } from './update.ts';

/** The phone is where its owner works, so its zone is the city's. */
const phoneZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The app's state: what is on this phone, whether it is open, and what goes on in the background. */
export class Field implements FieldApp {
  phase = $state.raw<Phase>({ name: 'starting' });
  documents = $state.raw(new Documents());
  whole = $state(false);
  pending = $state.raw<readonly PendingCommand[]>([]);
  /** What is in the outbox's commands, by id; empty while locked. */
  bodies = $state.raw<ReadonlyMap<string, unknown>>(new Map());
  /** The whole outbox, also while locked: what is unsent and how old. */
  commands = $state.raw<readonly OutboxCommand[]>([]);
  /** Unfinished forms, the newest first. */
  drafts = $state.raw<readonly { key: string; savedAt: number }[]>([]);
  meta = $state.raw<SyncMeta | null>(null);
  storage = $state.raw<StorageState | null>(null);
  #connected = $state(navigator.onLine);
  /** Whether the server answered when it was last asked; phones say they are online when they are not. */
  #reached = $state(true);
  /** A round of sending and fetching is under way. */
  busy = $state(false);
  /** A new version waits for a moment without an open form. */
  updateReady = $state(false);
  /** Something could not be written because the phone is full. */
  full = $state(false);
  /** What the city sent could not be kept because the phone is full. */
  noRoom = $state(false);
  today = $state<BusinessDate>(businessDateOf(new Date(), phoneZone()));
  session = $state.raw<Session | null>(null);
  /** When somebody last touched this phone; unlocking it is a touch, whatever it was unlocked with. */
  touchedAt = Date.now();
  readonly preferences = new Preferences();
  readonly router: Router;
  readonly updates: Updates;
  #sender: Sender | null = null;
  #openForms = 0;
  #reloading: Promise<void> | null = null;
  #stale = false;
  #snapshot = new Snapshot();
  /** The snapshot on the disk is another than the one in memory. */
  #documentsStale = false;
  #channel: BroadcastChannel | null = null;

  constructor() {
    this.router = new Router((address) => this.#leave(address));
    this.updates = new Updates(() => (this.updateReady = true));
    addEventListener('online', () => this.#signal(true));
    addEventListener('offline', () => this.#signal(false));
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.sync();
    });
  }

  get me() {
    return { userId: this.session?.device.userId ?? '', name: this.session?.device.userName ?? '' };
  }

  get lang(): Lang {
    return this.preferences.lang;
  }

  readonly t = (words: Words | string): string =>
    typeof words === 'string' ? words : say(words, this.lang);

  get online(): boolean {
    return this.#connected && this.#reached;
  }

  get query(): URLSearchParams {
    return this.router.query;
  }

  get refreshedAt(): Date | null {
    const at = this.meta?.refreshedAt;
    return at === undefined || at === null ? null : new Date(at);
  }

  /** What is still to be sent or put right, oldest first. */
  get unsent(): readonly OutboxCommand[] {
    return this.commands.filter(isLive);
  }

  now(): Date {
    return new Date(Date.now() + (this.meta?.clockOffsetMs ?? 0));
  }

  go(path: string, options?: { replace?: boolean }): void {
    this.router.go(path, options);
  }

  holdOpen(): () => void {
    this.#openForms += 1;
    let held = true;
    return () => {
      if (held) this.#openForms -= 1;
      held = false;
    };
  }

  async submit(command: NewCommand): Promise<PendingCommand> {
    const { ports } = this.#opened();
    const { replaces, ...rest } = command;
    const given = { ...rest, body: command.body as never };
    const kept = await this.#writing(() =>
      replaces === undefined ? append(ports, given) : repair(ports, replaces, given),
    );
    await this.reload();
    void this.sync();
    return { ...kept, body: command.body };
  }

  /** Lets go of what the server refused; the office keeps the reason. */
  async discard(commandId: string, reason: string): Promise<void> {
    const { session } = this;
    if (!session) return;
    await this.#writing(() => discard(session.ports, { commandId, reason }));
    await this.reload();
    void this.sync();
  }

  async draft<Value>(key: string): Promise<Value | undefined> {
    const { ports } = this.#opened();
    const kept = await ports.store.read((tx) => tx.findDraft(key));
    if (!kept) return undefined;
    return JSON.parse(new TextDecoder().decode(await ports.sealer.unlock(kept.locked))) as Value;
  }

  async keepDraft(key: string, value: unknown): Promise<void> {
    const { ports } = this.#opened();
    const locked = await ports.sealer.lock(new TextEncoder().encode(JSON.stringify(value)));
    await this.#writing(() =>
      ports.store.write((tx) => tx.putDraft({ key, locked, savedAt: Date.now() })),
    );
  }

  async dropDraft(key: string): Promise<void> {
    await this.#opened().ports.store.write((tx) => tx.deleteDraft(key));
  }

  async keepPhoto(photo: Blob): Promise<string> {
    const { ports, keys } = this.#opened();
    const bytes = new Uint8Array(await photo.arrayBuffer());
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const { sealed: locked, opener } = await keys.sealPhoto(bytes);
    await this.#writing(() =>
      ports.store.write(async (tx) => {
        if (await tx.findPhoto(sha256)) return;
        const waiting = { state: 'waiting', attempts: 0, nextTryAt: null, commandIds: [] } as const;
        await tx.putPhoto({ sha256, locked, opener, sizeBytes: locked.length, ...waiting });
      }),
    );
    return sha256;
  }

  /** Takes up a store: its outbox is sent from now on, opened or not. */
  async adopt(session: Session, phase: Phase): Promise<void> {
    this.session = session;
    this.#channel = new BroadcastChannel(`naik-lapangan:${session.device.userId}`);
    this.#channel.onmessage = ({ data }) => {
      this.#documentsChanged(data === 'documents');
      void this.reload();
    };
    this.#sender = new Sender(session.ports, session.device.userId, {
      onBusy: (busy) => (this.busy = busy),
      onReached: (reached) => (this.#reached = reached),
      onNoRoom: (noRoom) => (this.noRoom = noRoom),
    });
    this.phase = phase;
    if (session.keys.open) await this.opened();
    else {
      await this.reload();
      this.#snapshot.fetchFirst(session.db);
      void this.sync(true);
    }
    if ('storage' in navigator) this.storage = await lookAtStorage(navigator.storage);
  }

  /** Lets go of the store, as when somebody signs out or another version takes it. */
  release(phase: Phase): void {
    this.#sender?.stop();
    this.#channel?.close();
    this.session?.keys.drop();
    this.session?.db.close();
    this.session = null;
    this.#sender = null;
    this.phase = phase;
    this.#forget();
    this.commands = [];
    this.drafts = [];
    this.meta = null;
  }

  /** The PIN was right: today's list stands as soon as what it is made of is readable; the rest follows. */
  async opened(): Promise<void> {
    const { session } = this;
    if (!session) return;
    await this.#snapshot.openFirst(session);
    this.documents = this.#snapshot.documents;
    await this.reload();
    this.touchedAt = Date.now();
    this.phase = { name: 'open' };
    await this.#openRest(session);
    void this.sync(true);
  }

  async #openRest(session: Session): Promise<void> {
    const snapshot = this.#snapshot;
    await nextFrame();
    await snapshot.openRest(session).catch((error: unknown) => {
      // Locked again in the middle: what was opened is forgotten with the rest.
      if (session.keys.open) throw error;
    });
    if (snapshot !== this.#snapshot || !snapshot.whole) return;
    this.documents = snapshot.documents;
    this.whole = true;
    await this.reload();
  }

  lock(phase: Phase): void {
    this.session?.keys.drop();
    this.phase = phase;
    this.#forget();
    if (this.session) this.#snapshot.fetchFirst(this.session.db);
  }

  async sync(force = false): Promise<void> {
    await this.#sender?.kick(force);
  }

  /** Something was written here: this tab and the others read it. */
  readonly written = (documents: boolean): void => {
    this.#channel?.postMessage(documents ? 'documents' : 'written');
    this.#documentsChanged(documents);
    void this.reload();
  };

  #documentsChanged(changed: boolean): void {
    if (!changed) return;
    this.#documentsStale = true;
    this.#snapshot.dropFetched();
  }

  /** Reads the store anew; who asks while it is being read gets what stands there after that. */
  reload(): Promise<void> {
    this.#stale = true;
    this.#reloading ??= this.#readUntilFresh().finally(() => (this.#reloading = null));
    return this.#reloading;
  }

  async #readUntilFresh(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      await this.#read();
    }
  }

  async #read(): Promise<void> {
    const { session } = this;
    if (!session) return;
    const { store } = session.ports;
    const { commands, drafts, meta } = await store.read(async (tx) => ({
      commands: await tx.listCommands(),
      drafts: await tx.listDrafts(),
      meta: await tx.getMeta(),
    }));
    this.commands = commands;
    this.drafts = drafts
      .map(({ key, savedAt }) => ({ key, savedAt }))
      .sort((a, b) => b.savedAt - a.savedAt);
    this.meta = meta;
    noteNumber(localStorage, session.device.userId, meta.lastSeq);
    this.today = businessDateOf(this.now(), phoneZone());
    if (!session.keys.open) return;
    if (this.whole) await this.#readRest(session);
    this.pending = (await pendingOf(session.ports)).map(({ command, body }) => ({
      ...command,
      body,
    }));
  }

  async #readRest(session: Session): Promise<void> {
    if (this.#documentsStale) {
      this.#documentsStale = false;
      await this.#snapshot.openChanged(session);
      this.documents = this.#snapshot.documents;
    }
    await this.#readBodies(session);
  }

  /** A command's body never changes, so each is unlocked once. */
  async #readBodies({ ports }: Session): Promise<void> {
    const known = this.bodies;
    const read = this.commands.map(async ({ id, locked }): Promise<[string, unknown][]> => {
      if (known.has(id)) return [[id, known.get(id)]];
      if (!locked) return [];
      return [[id, JSON.parse(new TextDecoder().decode(await ports.sealer.unlock(locked)))]];
    });
    this.bodies = new Map((await Promise.all(read)).flat());
  }

  #forget(): void {
    this.bodies = new Map();
    this.#snapshot = new Snapshot();
    this.documents = this.#snapshot.documents;
    this.whole = false;
    this.pending = [];
  }

  #opened(): Session {
    if (!this.session?.keys.open) throw new Error('The app is locked.');
    return this.session;
  }

  async #writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      const done = await work();
      this.full = false;
      return done;
    } catch (error) {
      this.full = isFull(error);
      throw error;
    }
  }

  #signal(online: boolean): void {
    this.#connected = online;
    if (online) void this.sync(true);
  }

  /** A new version takes over between two screens, never over an open form. */
  #leave(address: string): boolean {
    return this.updateReady && this.#openForms === 0 && this.updates.takeOver(address);
  }
}

/** After the next picture on the screen; a tab in the background draws none. */
const nextFrame = () =>
  new Promise<void>((done) => {
    if (document.hidden) setTimeout(done);
    else requestAnimationFrame(() => setTimeout(done));
  });
