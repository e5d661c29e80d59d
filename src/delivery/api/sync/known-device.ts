import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { findDevice, secretHash } from '#domains/access/server/index.ts';
import type { KnownDevice } from '#domains/access/server/index.ts';
import { isId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import type { App } from '../../../app.ts';
import { syncProblems } from './sync-problems.ts';

export interface AskingDevice {
  readonly device: KnownDevice;
  /** Its user with her roles of today; no second factor, so that nothing is signed from a phone at rest. */
  readonly actor: Actor;
}

/**
 * The phone behind a request, by its id and one of its two secrets.
 *
 * @throws Refusal `sync.unknown-device` also for a revoked one and for a user whose account was closed
 */
export async function askingDevice(
  app: App,
  asked: { city: string; deviceId: unknown; request: IncomingMessage; secret: 'push' | 'read' },
): Promise<AskingDevice> {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(asked.request.headers.authorization ?? '');
  const { deviceId } = asked;
  if (!bearer?.[1] || !isId(deviceId)) throw syncProblems.unknownDevice();
  const device = await app.read(asked.city, (db) => findDevice(db, { deviceId, now: app.now() }));
  const kept = asked.secret === 'push' ? device?.pushSecretHash : device?.readSecretHash;
  if (!device || !kept || !timingSafeEqual(kept, secretHash(bearer[1])))
    throw syncProblems.unknownDevice();
  if (device.revokedAt || device.userClosed) throw syncProblems.unknownDevice();
  const { userId, userName, roles } = device;
  return { device, actor: { userId, name: userName, roles, secondFactor: false } };
}
