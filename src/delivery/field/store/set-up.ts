import { newId } from '#kernel/id.ts';
import type { Words } from '#kernel/words.ts';
import { enrolAnswerShape, wordsShape } from '#platform/sync/protocol.ts';
import { toBase64url } from '#platform/sync/seal.ts';
import { z } from 'zod';
import { openDatabase } from './database.ts';
import type { DeviceRecord, FieldDatabase, Upgrading } from './database.ts';
import { freshMeta } from './idb-store.ts';
import { sessionOf } from './session.ts';
import type { Session } from './session.ts';
import { createVault, lockBytes } from './vault.ts';
import type { Vault } from './vault.ts';

export type SettingUp =
  | { readonly kind: 'ready'; readonly session: Session }
  /** Nobody is signed in in this browser. */
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'refused'; readonly code: string; readonly words: Words }
  | { readonly kind: 'offline' };

const meShape = z.looseObject({ userId: z.string(), name: z.string() });

interface Wanted {
  readonly name: string;
  readonly pin: string;
  /** The phone's number to the server; another than before after a revocation or a lost store. */
  readonly deviceId: string;
}

/**
 * Makes this browser the phone of whoever is signed in: secrets that only their hashes leave, a data key under the
 * PIN, and a store. A store that is there keeps its unsent work; only what opens it is new.
 */
export async function setUp(
  wanted: Wanted,
  told: Upgrading & { onWritten: (documents: boolean) => void },
): Promise<SettingUp> {
  const push = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  const read = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  const answer = await enrol({
    deviceId: wanted.deviceId,
    name: wanted.name,
    pushSecretHash: await sha256(push),
    readSecretHash: await sha256(read),
  });
  if (answer.kind !== 'enrolled') return answer;
  const { vault, dataKey } = await createVault(wanted.pin);
  const readLocked = await lockBytes(dataKey, new TextEncoder().encode(read));
  const device: DeviceRecord = {
    deviceId: wanted.deviceId,
    userId: answer.me.userId,
    userName: answer.me.name,
    name: wanted.name,
    pushSecret: push,
    readLocked,
    publicKey: answer.publicKey,
    keyId: answer.keyId,
    enrolledAt: new Date().toISOString(),
  };
  const db = await openDatabase(device.userId, told);
  await keep(db, device, vault);
  const session = sessionOf(db, device, told.onWritten);
  await session.keys.take(dataKey, readLocked);
  return { kind: 'ready', session };
}

export const newDeviceId = newId;

async function keep(db: FieldDatabase, device: DeviceRecord, vault: Vault): Promise<void> {
  const tx = db.transaction(['device', 'vault', 'meta'], 'readwrite', { durability: 'strict' });
  const before = await tx.objectStore('meta').get('meta');
  await tx.objectStore('device').put(device, 'device');
  await tx.objectStore('vault').put(vault, 'vault');
  if (!before) await tx.objectStore('meta').put(freshMeta(device.deviceId), 'meta');
  await tx.done;
}

type Enrolling =
  | Exclude<SettingUp, { kind: 'ready' }>
  | {
      readonly kind: 'enrolled';
      readonly me: z.infer<typeof meShape>;
      readonly publicKey: string;
      readonly keyId: string;
    };

async function enrol(body: Record<string, string>): Promise<Enrolling> {
  const response = await fetch('/api/sync/enrol', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(60_000),
  }).catch(() => null);
  if (response?.status === 401) return { kind: 'sign-in' };
  const json: unknown = await response?.json().catch(() => undefined);
  const read = enrolAnswerShape.safeParse(json);
  if (response?.ok && read.success) {
    const me = meShape.safeParse(read.data.me);
    if (me.success) return { kind: 'enrolled', ...read.data, me: me.data };
  }
  const refused = z.object({ code: z.string(), words: wordsShape }).safeParse(json);
  return refused.success ? { kind: 'refused', ...refused.data } : { kind: 'offline' };
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
