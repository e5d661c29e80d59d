import type { FieldDatabase } from './database.ts';
import type { Session } from './session.ts';
import { maxWrongPins, openWithPin } from './vault.ts';

export type Unlocking =
  | { readonly kind: 'open' }
  /** @property left tries before the snapshot goes */
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'wiped' };

/**
 * Tries a PIN. A try is counted on the phone before it is made, so that pulling the battery gives nobody another one;
 * two tabs count together.
 */
export async function unlock(session: Session, pin: string): Promise<Unlocking> {
  const { db, keys } = session;
  return navigator.locks.request(`naik-lapangan-pin:${session.device.userId}`, async () => {
    const vault = await db.get('vault', 'vault');
    if (!vault?.pin) return { kind: 'wiped' };
    const wrong = vault.wrong + 1;
    await db.put('vault', { ...vault, wrong }, 'vault');
    const dataKey = await openWithPin(vault, pin);
    if (dataKey) {
      const device = await db.get('device', 'device');
      await keys.take(dataKey, device?.readLocked ?? null);
      await db.put('vault', { ...vault, wrong: 0 }, 'vault');
      return { kind: 'open' };
    }
    if (wrong < maxWrongPins) return { kind: 'wrong', left: maxWrongPins - wrong };
    await wipe(db);
    return { kind: 'wiped' };
  });
}

const kept = ['vault', 'device', 'documents', 'drafts'] as const;
const entered = ['commands', 'photos', 'pictures', 'meta'] as const;

/**
 * Takes away all that the PIN opens, and nothing that was entered: unsent commands and their pictures are sealed to the
 * server's key, so they still go out and still fit into a file.
 */
export async function wipe(db: FieldDatabase): Promise<void> {
  const tx = db.transaction([...kept, ...entered], 'readwrite', { durability: 'strict' });
  const device = await tx.objectStore('device').get('device');
  if (device) await tx.objectStore('device').put({ ...device, readLocked: null }, 'device');
  await tx.objectStore('vault').put({ pin: null, passkey: null, wrong: 0 }, 'vault');
  await tx.objectStore('documents').clear();
  await tx.objectStore('drafts').clear();
  for (const command of await tx.objectStore('commands').getAll())
    await tx.objectStore('commands').put({ ...command, locked: null });
  for (const photo of await tx.objectStore('photos').getAll()) {
    // Of a form that went with the drafts, or kept by a version before sealing: nobody can use it any more.
    if (photo.opener === undefined || photo.commandIds.length === 0) {
      await tx.objectStore('photos').delete(photo.sha256);
      await tx.objectStore('pictures').delete(photo.sha256);
    } else await tx.objectStore('photos').put({ ...photo, opener: null });
  }
  const meta = await tx.objectStore('meta').get('meta');
  if (meta) await tx.objectStore('meta').put({ ...meta, refreshedAt: null }, 'meta');
  await tx.done;
}
