import type {
  OutboxCommand,
  Store,
  StoredDocument,
  StoredDraft,
  StoredPhoto,
  StoreTx,
  SyncMeta,
} from '#platform/sync/ports.ts';

/** What lies on a phone's storage and outlives the app. */
export interface PhoneDisk {
  readonly commands: Map<string, OutboxCommand>;
  readonly documents: Map<string, StoredDocument>;
  readonly drafts: Map<string, StoredDraft>;
  readonly photos: Map<string, StoredPhoto>;
  meta: SyncMeta;
}

/** What happens when a transaction is about to complete. */
export type CompleteFate =
  | 'complete'
  /** The storage is full: rejected, nothing changed. */
  | 'full'
  /** The app dies before `complete`: nothing changed, and nobody hears of it. */
  | 'die-before'
  /** It is on the storage, and the app dies before it hears so. */
  | 'die-after';

export function emptyDisk(deviceId: string): PhoneDisk {
  const meta: SyncMeta = {
    ...{ deviceId, lastSeq: 0, tick: 0, refreshedAsOf: 0, refreshedAt: null, today: null },
    ...{ clockOffsetMs: null, paused: null, trouble: null, lost: [], doubleSeen: false },
  };
  return {
    commands: new Map(),
    documents: new Map(),
    drafts: new Map(),
    photos: new Map(),
    meta,
  };
}

export class StorageFull extends Error {
  override readonly name = 'QuotaExceededError';
}

/** The promise of a call made by an app that is no more. */
export function neverAgain<T>(): Promise<T> {
  return new Promise<T>(() => {});
}

interface StoreHooks {
  readonly alive: () => boolean;
  readonly fate: () => CompleteFate;
  readonly died: () => void;
  /** A store that says "complete" too early: how the last transaction is undone if the app dies now. */
  readonly atRisk?: (undo: () => void) => void;
}

/**
 * A store over a disk, as IndexedDB is one: a transaction after another, all of one or nothing. `alive`
 * says whether the app still runs; `fate` decides each writing transaction's end.
 */
export function openStore(disk: PhoneDisk, { alive, fate, died, atRisk }: StoreHooks): Store {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
  const write = async <T>(work: (tx: StoreTx) => Promise<T>): Promise<T> => {
    if (!alive()) return neverAgain<T>();
    const undo: (() => void)[] = [];
    let result: T;
    try {
      result = await work(transaction(disk, undo));
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw error;
    }
    const end = alive() ? fate() : 'die-before';
    if (end === 'complete') {
      atRisk?.(() => {
        for (const step of undo.reverse()) step();
      });
      return result;
    }
    if (end !== 'die-after') for (const step of undo.reverse()) step();
    if (end === 'full') throw new StorageFull();
    died();
    return neverAgain<T>();
  };
  return {
    read: (work) => inTurn(() => (alive() ? work(transaction(disk, [])) : neverAgain<never>())),
    // A dead app's transaction ends with it, so that it must not keep the next app waiting.
    write: (work) => inTurn(() => write(work)),
  };
}

function transaction(disk: PhoneDisk, undo: (() => void)[]): StoreTx {
  const put = <V>(map: Map<string, V>, key: string, value: V): Promise<void> => {
    const before = map.get(key);
    undo.push(() => (before === undefined ? map.delete(key) : map.set(key, before)));
    map.set(key, value);
    return Promise.resolve();
  };
  const remove = <V>(map: Map<string, V>, key: string): Promise<void> => {
    const before = map.get(key);
    if (before !== undefined) undo.push(() => map.set(key, before));
    map.delete(key);
    return Promise.resolve();
  };
  return {
    findCommand: (id) => Promise.resolve(disk.commands.get(id)),
    listCommands: () => Promise.resolve([...disk.commands.values()]),
    findDocument: (key) => Promise.resolve(disk.documents.get(key)),
    listDocumentKeys: () =>
      Promise.resolve([...disk.documents.values()].map(({ key, etag }) => ({ key, etag }))),
    findDraft: (key) => Promise.resolve(disk.drafts.get(key)),
    listDrafts: () => Promise.resolve([...disk.drafts.values()]),
    findPhoto: (sha256) => Promise.resolve(disk.photos.get(sha256)),
    listPhotos: () => Promise.resolve([...disk.photos.values()]),
    getMeta: () => Promise.resolve(disk.meta),
    putCommand: (command) => put(disk.commands, command.id, command),
    deleteCommand: (id) => remove(disk.commands, id),
    putDocument: (document) => put(disk.documents, document.key, document),
    deleteDocument: (key) => remove(disk.documents, key),
    putDraft: (draft) => put(disk.drafts, draft.key, draft),
    deleteDraft: (key) => remove(disk.drafts, key),
    putPhoto: (photo) => put(disk.photos, photo.sha256, photo),
    deletePhoto: (sha256) => remove(disk.photos, sha256),
    putMeta: (change) => {
      const before = disk.meta;
      undo.push(() => (disk.meta = before));
      disk.meta = { ...before, ...change };
      return Promise.resolve();
    },
  };
}
