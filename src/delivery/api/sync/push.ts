import { receivePush } from '#platform/sync/server/receive.ts';
import type { PushResponse } from '#platform/sync/protocol.ts';
import type { App } from '../../../app.ts';
import { askingDevice } from './known-device.ts';
import { receivePorts } from './receive-ports.ts';
import { readJson } from './request-body.ts';
import { syncProblems } from './sync-problems.ts';
import type { Asked } from './handler.ts';

/** Fifty sealed commands of 256 KB, and what surrounds them. */
const mostBytes = 400 * 1024;

/** Takes what a phone hands in; of every command all is kept, or nothing. */
export async function push(app: App, asked: Asked): Promise<PushResponse> {
  const raw = await readJson(asked.request, mostBytes);
  const { city } = asked;
  const deviceId = deviceIdOf(raw);
  const asking = await askingDevice(app, {
    city,
    deviceId,
    request: asked.request,
    secret: 'push',
  });
  asked.limit(asking.device.id);
  const ports = receivePorts({ ...asking, app, city, onFault: asked.onFault });
  const received = await receivePush(ports, asking.device.id, raw);
  switch (received.status) {
    case 200:
      return received.body;
    case 400:
      throw syncProblems.badRequest();
    case 401:
      throw syncProblems.unknownDevice();
    case 409:
      throw syncProblems.tooOld();
  }
}

export function deviceIdOf(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !('deviceId' in raw))
    throw syncProblems.badRequest();
  return raw.deviceId;
}
