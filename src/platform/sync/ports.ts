import type { Words } from '#kernel/words.ts';
import type { Json } from '#platform/command/command.ts';

export type CommandState =
  /** On this device only. */
  | 'waiting'
  /** Sent at least once; whether the server has it is not known until it answers. */
  | 'sending'
  /** The server waits for another command first. */
  | 'held'
  /** The server has it, and a supervisor looks at it; nothing is left to do here. */
  | 'needs-review'
  /** In "Perlu perbaikan": to be repaired by a new command or discarded by name. */
  | 'refused'
  | 'delivered';

export interface FieldRefusal {
  readonly code: string;
  readonly words: Words;
  readonly field?: string;
}

/** One command of the outbox. */
export interface OutboxCommand {
  /** UUIDv7. */
  readonly id: string;
  /** The device it was written on; another than this one's after a file of unsent work was opened here. */
  readonly deviceId: string;
  /** 1, 2, 3 … per device, without gaps. */
  readonly seq: number;
  /** Where it stands in its device's order: its `seq`, or the place of the command it repairs. */
  readonly place: number;
  /** The device in whose order that place is, when a repair was made after the phone was enrolled again. */
  readonly placedOn?: string;
  readonly kind: string;
  readonly version: number;
  /** `meeting:<id>`, `group:<id>`, `person:<id>`: order is kept within each of them. */
  readonly subjects: readonly string[];
  /** What it is built on; a repair takes the place of what it repaired. */
  readonly deps: readonly string[];
  /** sha-256 each. */
  readonly photos: readonly string[];
  /** By the device's clock. */
  readonly madeAt: string;
  /** What travels: the content sealed to the server's public key, base64url. */
  readonly sealed: string;
  readonly keyId: string;
  /** The body under the PIN's key, for the screens; null when it came out of a file. */
  readonly locked: Uint8Array | null;
  readonly state: CommandState;
  readonly refusal?: FieldRefusal;
  readonly answer?: Json;
  readonly heldBy?: string;
  /** Sendings without an answer since the last one. */
  readonly attempts: number;
  /** Epoch milliseconds by the device's clock; null: at the next opportunity. */
  readonly nextTryAt: number | null;
  /** The refused command this one is the repair of, or the one this discard is to take away. */
  readonly replaces?: string;
  /** Its repair, or the discard that will take it away. Set, it is neither sent nor shown as work to do. */
  readonly supersededBy?: string;
  readonly deliveredAt?: number;
  /** The tick of its delivery; a document read before it does not hold the command's effect yet. */
  readonly deliveredTick?: number;
}

/** A part of the snapshot, as the server made it. */
export interface StoredDocument {
  readonly key: string;
  readonly etag: string;
  /** JSON of its body under the PIN's key. */
  readonly locked: Uint8Array;
  /** Tick of the refresh that brought it. */
  readonly asOf: number;
  /**
   * The last refresh did not bring it up to date: work that names it was in doubt, or it has left her scope and
   * stays only for the unsent work that names it.
   */
  readonly passedBy?: 'in-doubt' | 'left';
}

/** An unfinished form. `key` is the subject and the form, such as `meeting:<id>`. */
export interface StoredDraft {
  readonly key: string;
  readonly locked: Uint8Array;
  readonly savedAt: number;
}

export interface StoredPhoto {
  /** Of the picture itself, before it was sealed. */
  readonly sha256: string;
  /** The picture as it travels, sealed to the server's key; without an opener, under the PIN's key. */
  readonly locked: Uint8Array;
  /**
   * What opens the sealed picture on this phone, under the PIN's key; null where the PIN was given up or the picture came
   * out of a file. Missing on pictures that a version before sealing kept: they travel only while the app is unlocked.
   */
  readonly opener?: Uint8Array | null;
  /** It came out of a file, and the command it belongs to was delivered elsewhere. */
  readonly ofDelivered?: true;
  readonly sizeBytes: number;
  /** Of the commands that name it; empty while its form is a draft. */
  readonly commandIds: readonly string[];
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly attempts: number;
  readonly nextTryAt: number | null;
}

/** Single values the core keeps beside the rows. */
export interface SyncMeta {
  readonly deviceId: string;
  /** The last sequence number given; 0 before the first. */
  readonly lastSeq: number;
  /** Counts deliveries and refreshes; never a time. */
  readonly tick: number;
  /** Tick at which the last complete refresh began. */
  readonly refreshedAsOf: number;
  /** Epoch milliseconds by the device's clock of the last complete refresh; null before it. */
  readonly refreshedAt: number | null;
  readonly today: string | null;
  /** Server's clock less the device's. */
  readonly clockOffsetMs: number | null;
  /** Sending stops until somebody acts: signs in again, updates the app. */
  readonly paused: {
    readonly reason: 'unauthorised' | 'update-needed';
    readonly at: number;
  } | null;
  /** Set while nothing readable comes back: since when, how often in a row, and until when to leave it. */
  readonly trouble: {
    readonly status: number | null;
    readonly at: number;
    readonly times: number;
    readonly until: number;
  } | null;
  /** Numbers the server misses and this device no longer holds. */
  readonly lost: readonly number[];
  /** The server knows later numbers of this device than the device itself: a copied or restored phone. */
  readonly doubleSeen: boolean;
}

export interface StoreReader {
  findCommand(id: string): Promise<OutboxCommand | undefined>;
  /** All of them, by `madeAt`'s device and `seq`. */
  listCommands(): Promise<OutboxCommand[]>;
  findDocument(key: string): Promise<StoredDocument | undefined>;
  /** Key and etag only: bodies stay where they are. */
  listDocumentKeys(): Promise<{ key: string; etag: string }[]>;
  findDraft(key: string): Promise<StoredDraft | undefined>;
  listDrafts(): Promise<StoredDraft[]>;
  findPhoto(sha256: string): Promise<StoredPhoto | undefined>;
  listPhotos(): Promise<Omit<StoredPhoto, 'locked'>[]>;
  getMeta(): Promise<SyncMeta>;
}

export interface StoreTx extends StoreReader {
  putCommand(command: OutboxCommand): Promise<void>;
  deleteCommand(id: string): Promise<void>;
  putDocument(document: StoredDocument): Promise<void>;
  deleteDocument(key: string): Promise<void>;
  putDraft(draft: StoredDraft): Promise<void>;
  deleteDraft(key: string): Promise<void>;
  putPhoto(photo: StoredPhoto): Promise<void>;
  deletePhoto(sha256: string): Promise<void>;
  putMeta(change: Partial<SyncMeta>): Promise<void>;
}

/**
 * One user's store on one device. `work` awaits nothing but the transaction's own methods (an IndexedDB
 * transaction ends at anything else); everything asked for inside one is done together or not at all.
 */
export interface Store {
  read<T>(work: (tx: StoreReader) => Promise<T>): Promise<T>;
  /**
   * Resolves only after the transaction's `complete`, with durability "strict": what resolved is there
   * after the battery falls out. Rejects, having changed nothing, when the storage is full.
   */
  write<T>(work: (tx: StoreTx) => Promise<T>): Promise<T>;
}

export interface Sealer {
  /** Seals to the server's public key; needs no PIN to have been typed. */
  seal(text: string): Promise<{ sealed: string; keyId: string }>;
  /** Under the PIN's key; rejects while the app is locked. */
  lock(bytes: Uint8Array): Promise<Uint8Array>;
  unlock(locked: Uint8Array): Promise<Uint8Array>;
  /** Whether `lock` and `unlock` work now. */
  readonly open: boolean;
}

/** What came back from the server: `json` is undefined when the body was no JSON, or only half of it. */
export interface WireAnswer {
  readonly status: number;
  readonly json: unknown;
  /** From a Retry-After header. */
  readonly retryAfterSeconds?: number;
}

/**
 * Every method rejects when nothing came back, and always settles: an implementation gives up after 60
 * seconds without a byte, so that nobody waits before a spinner for ever.
 */
export interface Network {
  push(request: Json): Promise<WireAnswer>;
  pull(request: Json): Promise<WireAnswer>;
  /** How many bytes of the photo the server has; `status` 200 with 0 when none. */
  photoHas(sha256: string): Promise<{ status: number; bytes: number }>;
  /** One piece of it, from `at` on. 200/201 when it is whole, 202 for more, 422 when the hash differs.
   * `bytes`: what the server says it has; null when what came back was not its answer, such as the page of a public Wi-Fi. */
  putPhoto(piece: {
    sha256: string;
    at: number;
    totalBytes: number;
    bytes: Uint8Array;
  }): Promise<{ status: number; bytes: number | null }>;
}

export interface Clock {
  /** Epoch milliseconds, as wrong as the phone's clock is. */
  now(): number;
  /** IANA name of the phone's zone. */
  zone(): string;
}

export interface Random {
  bytes(length: number): Uint8Array;
}

export interface SyncPorts {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
}
