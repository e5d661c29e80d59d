import { createHash } from 'node:crypto';
import { findOwner } from '#domains/access/server/index.ts';
import { fromBase64url, openSealed } from '#platform/sync/seal.ts';
import type { ReceivePorts } from '#platform/sync/server/receive.ts';
import { applyCommand } from './apply-command.ts';
import { findKnown } from './door.ts';
import type { Door } from './door.ts';
import { noteNotDone, noteSetAside } from './note-commands.ts';
import { seePhone } from './sight.ts';

/** The city's side of a push: PostgreSQL, the command path and the field's rules. */
export function receivePorts(door: Door): ReceivePorts {
  const { app, city, device, actor } = door;
  let sight: Awaited<ReturnType<typeof seePhone>> = { highestSeq: 0, missing: [] };
  return {
    now: app.now,
    keyId: app.fieldKeys.current.keyId,
    async open(sealed, keyId) {
      const key = await app.fieldKeys.privateKey(keyId);
      if (!key) return { problem: 'unknown-key' };
      const text = await openSealed(key, keyId, bytesOf(sealed));
      return text === null ? { problem: 'damaged' } : { text };
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    maySendFor: (deviceId) =>
      app.read(city, async (db) => (await findOwner(db, deviceId))?.userId === actor.userId),
    findKnown: (asked) => findKnown(door, asked),
    applyCommand: (command) => applyCommand(door, command),
    recordRefused: (command, refusal) => noteNotDone(door, command, { refusal }),
    recordSetAside: (aside) => noteSetAside(door, aside),
    async noteReport({ pending, lost }) {
      const seen = { deviceId: device.id, pending, lost, now: app.now() };
      // The numbers are counted in the same statement; `progress` is asked right behind it.
      sight = await seePhone(app, city, seen);
    },
    progress: () => Promise.resolve(sight),
  };
}

/** Nothing that opens where the text is no base64url. */
function bytesOf(sealed: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64url(sealed);
  } catch {
    return new Uint8Array(0);
  }
}
