import { enrolled } from '#platform/sync/sync.ts';
import { resume } from '#platform/sync/deliver.ts';
import { deleteDB } from 'idb';
import type { Field } from './field.svelte.ts';
import { usersWithStore } from './store/database.ts';
import { forgetUser, readKnownUsers, rememberUser } from './store/known-users.ts';
import { makePasskey, openByPasskey } from './store/passkey.ts';
import { unlock, wipe } from './store/pin-gate.ts';
import type { Unlocking } from './store/pin-gate.ts';
import { findSession } from './store/session.ts';
import { newDeviceId, setUp } from './store/set-up.ts';
import type { SettingUp } from './store/set-up.ts';
import { changePin } from './store/vault.ts';

/** Without a touch for this long, the app locks. */
const idleMs = 5 * 60_000;

/** A number that was revoked, or is somebody else's, stays so: the phone takes another. */
const neverAgain = new Set(['access.device-revoked', 'access.device-of-another']);

const toldBy = (field: Field) => ({
  onWritten: field.written,
  onBlocked: () => (field.phase = { name: 'blocked' }),
  onNewerElsewhere: () => field.release({ name: 'superseded' }),
  onLost: () => location.reload(),
});

/** Finds whose phone this is, or that it is nobody's yet. */
export async function start(field: Field): Promise<void> {
  if (
    !('indexedDB' in globalThis) ||
    !('locks' in navigator) ||
    !('CompressionStream' in globalThis)
  ) {
    field.phase = { name: 'unsupported' };
    return;
  }
  const known = readKnownUsers(localStorage);
  const stored = await usersWithStore();
  const order = [...new Set([...known.map((user) => user.userId), ...stored])];
  for (const userId of order.filter((id) => stored.includes(id))) {
    const session = await findSession(userId, toldBy(field)).catch(unlessNewer);
    if (session === 'newer') {
      field.phase = { name: 'superseded' };
      return;
    }
    if (!session) continue;
    const vault = await session.db.get('vault', 'vault');
    await field.adopt(
      session,
      vault?.pin ? { name: 'locked', passkey: vault.passkey !== null } : { name: 'keyless' },
    );
    remember(field);
    return;
  }
  // The browser kept the little note and threw the store away: whoever held work here must hear of it.
  field.phase = { name: 'new', lost: known[0] ?? null };
}

/** A store that a newer version has made its own is not for this one: what is in it stays, and the new version opens it. */
function unlessNewer(error: unknown): 'newer' {
  if (error instanceof DOMException && error.name === 'VersionError') return 'newer';
  throw error;
}

/** Enrols this browser for whoever is signed in; a store with unsent work keeps it. */
export async function setUpPhone(
  field: Field,
  given: { name: string; pin: string },
): Promise<SettingUp['kind'] | Extract<SettingUp, { kind: 'refused' }>> {
  let deviceId = field.session?.device.deviceId ?? newDeviceId();
  let result = await setUp({ ...given, deviceId }, toldBy(field));
  if (result.kind === 'refused' && neverAgain.has(result.code)) {
    deviceId = newDeviceId();
    result = await setUp({ ...given, deviceId }, toldBy(field));
  }
  if (result.kind !== 'ready') return result.kind === 'refused' ? result : result.kind;
  const { session } = result;
  await enrolled(session.ports, deviceId);
  await resume(session.ports);
  if (field.session) field.release({ name: 'starting' });
  field.go('/', { replace: true });
  await field.adopt(session, { name: 'open' });
  remember(field);
  return 'ready';
}

export async function unlockPhone(field: Field, pin: string): Promise<Unlocking> {
  if (!field.session) throw new Error('There is no store to open.');
  const result = await unlock(field.session, pin);
  if (result.kind === 'open') await field.opened();
  if (result.kind === 'wiped') field.lock({ name: 'keyless' });
  return result;
}

/** @returns false when fingerprint or face did not open it */
export async function unlockWithTouch(field: Field): Promise<boolean> {
  const { session } = field;
  const open = session !== null && (await openByPasskey(session));
  if (open) await field.opened();
  return open;
}

/** The PIN is forgotten: the snapshot goes, what was entered stays to be sent. */
export async function giveUpPin(field: Field): Promise<void> {
  if (!field.session) return;
  await wipe(field.session.db);
  field.lock({ name: 'keyless' });
  await field.reload();
}

export async function lockPhone(field: Field): Promise<void> {
  const vault = await field.session?.db.get('vault', 'vault');
  field.lock({ name: 'locked', passkey: vault?.passkey !== null && vault !== undefined });
}

/** @param old the present PIN; a wrong one counts as anywhere else */
export async function changePhonePin(field: Field, old: string, pin: string): Promise<Unlocking> {
  const { session } = field;
  if (!session) throw new Error('There is no store to open.');
  const result = await unlock(session, old);
  if (result.kind === 'wiped') field.lock({ name: 'keyless' });
  if (result.kind !== 'open') return result;
  const vault = await session.db.get('vault', 'vault');
  const changed = vault && (await changePin(vault, old, pin));
  if (changed) await session.db.put('vault', changed, 'vault');
  return result;
}

export async function addPhonePasskey(
  field: Field,
  pin: string,
): Promise<'added' | 'not-possible' | Exclude<Unlocking, { kind: 'open' }>> {
  const { session } = field;
  if (!session) throw new Error('There is no store to open.');
  const result = await unlock(session, pin);
  if (result.kind === 'wiped') field.lock({ name: 'keyless' });
  if (result.kind !== 'open') return result;
  return (await makePasskey(session, pin)) === 'added' ? 'added' : 'not-possible';
}

/** Takes the store off this phone. @returns false, having done nothing, while something is unsent */
export async function signOut(field: Field): Promise<boolean> {
  await field.reload();
  const { session } = field;
  if (!session || field.unsent.length > 0) return false;
  const { userId } = session.device;
  const { name } = session.db;
  field.release({ name: 'starting' });
  await deleteDB(name);
  forgetUser(localStorage, userId);
  field.phase = { name: 'new', lost: null };
  return true;
}

/** Locks after five minutes without a touch; a phone that slept looks at the clock when it wakes. */
export function watchIdle(field: Field): void {
  const look = () => {
    const idle = Date.now() - field.touchedAt;
    if (field.phase.name === 'open' && idle >= idleMs) void lockPhone(field);
  };
  const touch = () => {
    look();
    field.touchedAt = Date.now();
  };
  for (const kind of ['pointerdown', 'keydown', 'scroll'] as const)
    addEventListener(kind, touch, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  setInterval(look, 10_000);
}

/** Takes the new version now: asked for on screen, so an open form's draft is what stays. */
export function applyUpdate(field: Field): void {
  field.updates.takeOver(location.href);
}

/** Loads the newest version there is on this phone. */
export function loadNewest(field: Field): void {
  if (!field.updates.takeOver(location.href)) location.reload();
}

/** Kept beside the store: whose it is, and how far its numbers have come. */
export function remember(field: Field): void {
  const { session, meta } = field;
  if (!session || !meta) return;
  const { userId, userName: name, deviceId } = session.device;
  rememberUser(localStorage, { userId, name, deviceId, lastSeq: meta.lastSeq });
}
