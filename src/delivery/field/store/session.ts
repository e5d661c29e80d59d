import type { SyncPorts } from '#platform/sync/ports.ts';
import { openDatabase } from './database.ts';
import type { DeviceRecord, FieldDatabase, Upgrading } from './database.ts';
import { idbStore } from './idb-store.ts';
import { KeyRing } from './key-ring.ts';
import { httpNetwork } from './network.ts';

/** One user's store on this phone, open: what the sync core works with, and what opens it. */
export interface Session {
  readonly db: FieldDatabase;
  readonly device: DeviceRecord;
  readonly keys: KeyRing;
  readonly ports: SyncPorts;
}

/** Null where this user has no store, or one that was never finished. */
export async function findSession(
  userId: string,
  told: Upgrading & { onWritten: (documents: boolean) => void },
): Promise<Session | null> {
  const db = await openDatabase(userId, told);
  const device = await db.get('device', 'device');
  if (device) return sessionOf(db, device, told.onWritten);
  db.close();
  return null;
}

export function sessionOf(
  db: FieldDatabase,
  device: DeviceRecord,
  onWritten: (documents: boolean) => void,
): Session {
  const keys = new KeyRing(device);
  const ports: SyncPorts = {
    store: idbStore(db, onWritten),
    sealer: keys,
    network: httpNetwork({ push: () => device.pushSecret, read: () => keys.readSecret }),
    clock: {
      now: () => Date.now(),
      zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  };
  return { db, device, keys, ports };
}
