import type { IDBPTransaction, StoreNames } from 'idb';
import type { Store, StoreReader, StoreTx, SyncMeta } from '#platform/sync/ports.ts';
import type { FieldDatabase, FieldSchema } from './database.ts';

const stores = ['commands', 'documents', 'drafts', 'photos', 'pictures', 'meta'] as const;
type Named = StoreNames<FieldSchema>[];
type Reading = IDBPTransaction<FieldSchema, Named, 'readonly' | 'readwrite'>;
type Writing = IDBPTransaction<FieldSchema, Named, 'readwrite'>;

/**
 * The sync core's store in IndexedDB.
 *
 * @param onWritten told after each transaction, and whether documents of the snapshot were among what it wrote
 */
export function idbStore(db: FieldDatabase, onWritten: (documents: boolean) => void): Store {
  return {
    async read(work) {
      const tx = db.transaction([...stores] as Named, 'readonly');
      const result = await work(reader(tx));
      await tx.done;
      return result;
    },
    async write(work) {
      const tx = db.transaction([...stores] as Named, 'readwrite', { durability: 'strict' });
      // Its end is waited for below; a failed step must not be reported a second time meanwhile.
      tx.done.catch(() => undefined);
      let result;
      let documents = false;
      try {
        result = await work(writer(tx, () => (documents = true)));
      } catch (error) {
        abort(tx);
        throw error;
      }
      await tx.done;
      onWritten(documents);
      return result;
    },
  };
}

function abort(tx: Writing): void {
  try {
    tx.abort();
  } catch {
    // A transaction that failed has ended itself.
  }
}

function reader(tx: Reading): StoreReader {
  return {
    findCommand: (id) => tx.objectStore('commands').get(id),
    listCommands: () => tx.objectStore('commands').index('bySeq').getAll(),
    findDocument: (key) => tx.objectStore('documents').get(key),
    async listDocumentKeys() {
      const found: { key: string; etag: string }[] = [];
      let cursor = await tx.objectStore('documents').index('byEtag').openKeyCursor();
      while (cursor) {
        const [key, etag] = cursor.key;
        found.push({ key, etag });
        cursor = await cursor.continue();
      }
      return found;
    },
    findDraft: (key) => tx.objectStore('drafts').get(key),
    listDrafts: () => tx.objectStore('drafts').getAll(),
    async findPhoto(sha256) {
      const photo = await tx.objectStore('photos').get(sha256);
      const locked = await tx.objectStore('pictures').get(sha256);
      return photo && locked && { ...photo, locked };
    },
    listPhotos: () => tx.objectStore('photos').getAll(),
    async getMeta() {
      const meta = await tx.objectStore('meta').get('meta');
      if (!meta) throw new Error('This phone has not been set up.');
      return meta;
    },
  };
}

function writer(tx: Writing, onDocument: () => void): StoreTx {
  return {
    ...reader(tx),
    async putCommand(command) {
      await tx.objectStore('commands').put(command);
    },
    deleteCommand: (id) => tx.objectStore('commands').delete(id),
    async putDocument(document) {
      onDocument();
      await tx.objectStore('documents').put(document);
    },
    deleteDocument(key) {
      onDocument();
      return tx.objectStore('documents').delete(key);
    },
    async putDraft(draft) {
      await tx.objectStore('drafts').put(draft);
    },
    deleteDraft: (key) => tx.objectStore('drafts').delete(key),
    async putPhoto({ locked, ...photo }) {
      await tx.objectStore('photos').put(photo);
      await tx.objectStore('pictures').put(locked, photo.sha256);
    },
    async deletePhoto(sha256) {
      await tx.objectStore('photos').delete(sha256);
      await tx.objectStore('pictures').delete(sha256);
    },
    async putMeta(change) {
      const meta = await tx.objectStore('meta').get('meta');
      if (!meta) throw new Error('This phone has not been set up.');
      await tx.objectStore('meta').put({ ...meta, ...change }, 'meta');
    },
  };
}

/** What a phone that was just set up knows of its own sync: nothing. */
export function freshMeta(deviceId: string): SyncMeta {
  return {
    deviceId,
    lastSeq: 0,
    tick: 0,
    refreshedAsOf: 0,
    refreshedAt: null,
    today: null,
    clockOffsetMs: null,
    paused: null,
    trouble: null,
    lost: [],
    doubleSeen: false,
  };
}
