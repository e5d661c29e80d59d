import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type {
  OutboxCommand,
  StoredDocument,
  StoredDraft,
  StoredPhoto,
  SyncMeta,
} from '#platform/sync/ports.ts';
import type { Vault } from './vault.ts';

/** Who this phone is to the server. Readable without the PIN, so that work is delivered without it. */
export interface DeviceRecord {
  readonly deviceId: string;
  readonly userId: string;
  readonly userName: string;
  /** What its owner calls the phone. */
  readonly name: string;
  /** May send, and read nothing. */
  readonly pushSecret: string;
  /** May read the snapshot: under the PIN's key. Null after a wipe. */
  readonly readLocked: Uint8Array | null;
  /** The server's key that commands are sealed to: uncompressed point, base64url. */
  readonly publicKey: string;
  readonly keyId: string;
  readonly enrolledAt: string;
}

export interface FieldSchema extends DBSchema {
  commands: { key: string; value: OutboxCommand; indexes: { bySeq: [string, number] } };
  documents: { key: string; value: StoredDocument; indexes: { byEtag: [string, string] } };
  drafts: { key: string; value: StoredDraft };
  photos: { key: string; value: Omit<StoredPhoto, 'locked'> };
  /** The pictures' bytes apart from what is known of them, so that listing them loads none. */
  pictures: { key: string; value: Uint8Array };
  device: { key: 'device'; value: DeviceRecord };
  vault: { key: 'vault'; value: Vault };
  meta: { key: 'meta'; value: SyncMeta };
}

export type FieldDatabase = IDBPDatabase<FieldSchema>;

/** Stores only grow: a step adds, and none takes away or renames what an older version still reads. */
const schemaVersion = 1;
const prefix = 'naik-lapangan-';

export interface Upgrading {
  /** Another tab holds an older version open; it was asked to let go. */
  onBlocked: () => void;
  /** A newer version wants the store: this tab has closed it. */
  onNewerElsewhere: () => void;
  /** The browser closed it by itself: storage cleared, or a fault. */
  onLost: () => void;
}

/** Opens a user's store, one database each. */
export async function openDatabase(userId: string, told: Upgrading): Promise<FieldDatabase> {
  const db = await openDB<FieldSchema>(prefix + userId, schemaVersion, {
    upgrade(opened, from) {
      if (from < 1) {
        opened
          .createObjectStore('commands', { keyPath: 'id' })
          .createIndex('bySeq', ['deviceId', 'seq']);
        opened
          .createObjectStore('documents', { keyPath: 'key' })
          .createIndex('byEtag', ['key', 'etag']);
        opened.createObjectStore('drafts', { keyPath: 'key' });
        opened.createObjectStore('photos', { keyPath: 'sha256' });
        opened.createObjectStore('pictures');
        opened.createObjectStore('device');
        opened.createObjectStore('vault');
        opened.createObjectStore('meta');
      }
    },
    blocked: told.onBlocked,
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      told.onNewerElsewhere();
    },
    terminated: told.onLost,
  });
  return db;
}

/** The users who have a store in this browser. */
export async function usersWithStore(): Promise<string[]> {
  const all = await indexedDB.databases();
  return all.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}
