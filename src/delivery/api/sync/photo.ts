import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { findDeviceBySecret, findFieldPhoto, systemActor } from '#domains/access/server/index.ts';
import { cleanPhoto } from '#domains/mentoring/server/index.ts';
import { newId } from '#kernel/id.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { MAX_PHOTO_BYTES } from '#platform/sync/protocol.ts';
import { MAX_SEAL_BYTES, openPhoto } from '#platform/sync/sealed-photo.ts';
import type { App } from '../../../app.ts';
import type { Asked } from './handler.ts';
import { append, partOf, sizeOf } from './photo-parts.ts';
import { readBytes } from './request-body.ts';
import { syncProblems } from './sync-problems.ts';

const largestBytes = MAX_PHOTO_BYTES + MAX_SEAL_BYTES;

/** What came of a piece: 200 whole and kept, 202 more is awaited. */
export interface PhotoProgress {
  readonly status: 200 | 202;
  readonly body: { readonly bytes: number };
}

/**
 * A photo in pieces, resumed from wherever the connection broke; opened where it is sealed, and kept once it has the hash
 * it is named by.
 */
export async function photo(app: App, asked: Asked, sha256: string): Promise<PhotoProgress> {
  const deviceId = await deviceOf(app, asked);
  asked.limit(deviceId, 'photo');
  const whole = await sizeWhenKept(app, asked.city, sha256);
  const path = await partOf(app.settings.dataDir, { deviceId, sha256 });
  if (asked.request.method !== 'PUT')
    return { status: 200, body: { bytes: whole ?? (await sizeOf(path)) } };
  const piece = await readBytes(asked.request, largestBytes);
  if (whole !== null) return { status: 200, body: { bytes: whole } };
  const range = rangeOf(asked.request.headers['content-range'], piece.length);
  if (range.total > largestBytes) throw syncProblems.tooLarge();
  const has = await sizeOf(path);
  // A piece that does not follow what is here is not written: the phone asks where to go on.
  if (range.from !== has) return { status: 202, body: { bytes: has } };
  const bytes = await append(path, piece);
  if (bytes < range.total) return { status: 202, body: { bytes } };
  await keep(app, asked.city, { path, sha256, deviceId });
  return { status: 200, body: { bytes } };
}

async function deviceOf(app: App, { request, city }: Asked): Promise<string> {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(request.headers.authorization ?? '');
  const secret = bearer?.[1];
  const found = secret && (await app.read(city, (db) => findDeviceBySecret(db, secret)));
  if (!found) throw syncProblems.unknownDevice();
  return found;
}

/** Null while it has not arrived; else more than any photo has, so that a phone asking how much is here has nothing left to send. */
async function sizeWhenKept(app: App, city: string, sha256: string): Promise<number | null> {
  const kept = await app.read(city, (db) => findFieldPhoto(db, sha256));
  return kept ? largestBytes : null;
}

function rangeOf(header: string | undefined, length: number): { from: number; total: number } {
  if (header === undefined) return { from: 0, total: length };
  const parts = /^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/.exec(header);
  const [from, to, total] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  if (!parts || to - from + 1 !== length || to >= total) throw syncProblems.badRequest();
  return { from, total };
}

async function keep(
  app: App,
  city: string,
  part: { path: string; sha256: string; deviceId: string },
): Promise<void> {
  try {
    const arrived = new Uint8Array(await readFile(part.path));
    const bytes = await openPhoto(arrived, (keyId) => app.fieldKeys.privateKey(keyId));
    const same = bytes && createHash('sha256').update(bytes).digest('hex') === part.sha256;
    if (!same) throw syncProblems.photoDiffers();
    const clean = await cleanPhoto(bytes);
    const keptSha256 = await openFileStore(app.settings.dataDir).put(clean);
    const { sha256, deviceId } = part;
    await app.execute({
      id: newId(),
      kind: 'access.keep-field-photo',
      version: 1,
      actor: systemActor,
      city,
      body: { deviceId, sha256, keptSha256 },
    });
  } finally {
    await rm(part.path, { force: true });
  }
}
