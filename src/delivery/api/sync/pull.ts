import { createHash } from 'node:crypto';
import { mostRows } from '#domains/access/device.ts';
import { businessDateOf } from '#kernel/date.ts';
import {
  OLDEST_PROTOCOL,
  PROTOCOL,
  frameShape,
  pullRequestShape,
} from '#platform/sync/protocol.ts';
import type { PullRequest, PullResponse } from '#platform/sync/protocol.ts';
import type { App } from '../../../app.ts';
import { fieldDocuments } from '../../../documents.ts';
import { askingDevice } from './known-device.ts';
import type { AskingDevice } from './known-device.ts';
import { deviceIdOf } from './push.ts';
import { readJson } from './request-body.ts';
import { seeScope } from './sight.ts';
import { syncProblems } from './sync-problems.ts';
import type { Asked } from './handler.ts';

const mostBytes = 200 * 1024;
/** Characters of JSON a page holds; it travels at about a seventh of that. */
const pageCharacters = 2_000_000;

/**
 * The parts of a phone's snapshot that differ from what it has, and the keys it should let go.
 * A whole scope is read and compared at once: phones that come together take turns, and leave the office its connections.
 */
export async function pull(app: App, asked: Asked): Promise<PullResponse> {
  const raw = await readJson(asked.request, mostBytes);
  const { city } = asked;
  const deviceId = deviceIdOf(raw);
  const asking = await askingDevice(app, {
    city,
    deviceId,
    request: asked.request,
    secret: 'read',
  });
  asked.limit(asking.device.id);
  const request = readRequest(raw);
  return asked.pulls.take(() => changedDocuments(app, { city, asking, request }));
}

function readRequest(raw: unknown): PullRequest {
  const frame = frameShape.safeParse(raw);
  if (!frame.success) throw syncProblems.badRequest();
  if (frame.data.protocol < OLDEST_PROTOCOL || frame.data.protocol > PROTOCOL)
    throw syncProblems.tooOld();
  const read = pullRequestShape.safeParse(raw);
  if (!read.success) throw syncProblems.badRequest();
  return read.data;
}

async function changedDocuments(
  app: App,
  { city, asking, request }: { city: string; asking: AskingDevice; request: PullRequest },
): Promise<PullResponse> {
  const now = app.now();
  const zone = app.cities().find((one) => one.id === city)?.zone ?? 'Asia/Jakarta';
  const today = businessDateOf(now, zone);
  const all = await app.read(city, (db) => fieldDocuments(db, { actor: asking.actor, today, now }));
  const rows = all.reduce((sum, document) => sum + document.rows, 0);
  const deviceHas = Object.keys(request.have);
  if (rows > mostRows) {
    await seeScope(app, city, { deviceId: asking.device.id, rows, held: deviceHas.sort(), now });
    throw syncProblems.scopeTooLarge({ rows, most: mostRows });
  }
  const inScope = new Set(all.map((document) => document.key));
  const documents: PullResponse['documents'] = [];
  let characters = 0;
  let more = false;
  for (const { key, body } of all) {
    const text = JSON.stringify(body);
    const etag = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    if (request.have[key] === etag) continue;
    if (documents.length > 0 && characters + text.length > pageCharacters) {
      more = true;
      break;
    }
    characters += text.length;
    documents.push({ key, etag, body });
  }
  // What it is told to let go it may keep while unsent work names it: the next fetch says.
  const held = new Set([...deviceHas, ...documents.map(({ key }) => key)]);
  await seeScope(app, city, { deviceId: asking.device.id, rows, held: [...held].sort(), now });
  return {
    serverTime: now.toISOString(),
    today,
    documents,
    gone: deviceHas.filter((key) => !inScope.has(key)),
    more,
  };
}
