import { createHash } from 'node:crypto';
import { findOwner } from '#domains/access/server/index.ts';
import { openFromPhone } from '#platform/secrets/open-from-phone.ts';
import type { ReceivePorts } from '#platform/sync/server/receive-ports.ts';
import { applyCommand, applyTogether } from './apply-command.ts';
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
    open(sealed, keyId) {
      if (!app.fieldKeys.has(keyId)) return Promise.resolve({ problem: 'unknown-key' });
      const text = openFromPhone(app.fieldKeys, keyId, Buffer.from(sealed, 'base64url'));
      return Promise.resolve(text === null ? { problem: 'damaged' } : { text });
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    maySendFor: (deviceId) =>
      app.read(city, async (db) => (await findOwner(db, deviceId))?.userId === actor.userId),
    findKnown: (asked) => findKnown(door, asked),
    applyCommand: (command) => applyCommand(door, command),
    applyTogether: (commands) => applyTogether(door, commands),
    recordRefused: (command, refusal) => noteNotDone(door, command, { refusal }),
    recordSetAside: (aside) => noteSetAside(door, aside),
    async noteReport({ pending, lost }) {
      const seen = { deviceId: device.id, pending, lost, now: app.now() };
      // Written last and waited for: what the commands of this push wrote before it is then on the disk too, in one
      // wait instead of fifty, and their answers may go out. It writes always, be it only when the phone was here.
      // The numbers are counted in the same statement; `progress` is asked right behind it.
      sight = await seePhone(app, city, seen);
    },
    progress: () => Promise.resolve(sight),
  };
}
