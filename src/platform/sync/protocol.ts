import { z } from 'zod';
import type { Json } from '#platform/command/command.ts';
import { isId } from '#kernel/id.ts';

/** What this build speaks. The server accepts two versions older, and each for at least 90 days. */
export const PROTOCOL = 1;
export const OLDEST_PROTOCOL = 1;

export const MAX_COMMANDS_A_PUSH = 50;
/** Sum of the sealed texts of one push, in characters of base64url. */
export const MAX_PUSH_CHARACTERS = 256 * 1024;
export const MAX_PHOTO_BYTES = 5 * 1024 * 1024;
export const MAX_REPORTED_LOST = 200;
export const MAX_OTHERS = 20;

const id = z.string().refine(isId, 'is no UUIDv7');
const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.int().min(1).max(2_147_483_647);
const subject = z.string().min(1).max(120);
const instant = z.iso.datetime();
const json: z.ZodType<Json> = z.json();
export const wordsShape = z.object({ id: z.string(), en: z.string() });

/** Where a phone stood, as its own receiver says; metres of doubt. */
export const gpsShape = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMetres: z.number().min(0),
});

/** A command another one takes the place of: the repair of what was refused. */
export const replacedShape = z.object({ id, deviceId: id, seq });

/** What is sealed to the server's key: the whole command, readable by the server alone. */
export const contentShape = z.object({
  id,
  kind: z.string().min(3).max(80),
  version: z.int().min(1),
  body: json,
  subjects: z.array(subject).max(50),
  deps: z.array(id).max(100),
  /** sha-256 of the photos that belong to it; they travel later and may never arrive. */
  photos: z.array(hash).max(20),
  deviceId: id,
  seq,
  /** By the device's clock: evidence, never order. */
  madeAt: instant,
  /** IANA name, such as `Asia/Jakarta`. */
  zone: z.string().max(60),
  /** Server's clock less the device's, as last measured; null before the first answer. */
  clockOffsetMs: z.int().nullable(),
  gps: gpsShape.optional(),
  /** Version of the record its author saw, for edits that are merged field by field. */
  baseVersion: z.int().min(0).optional(),
  /** The refused command it repairs, and those that one had repaired before. */
  replaces: z.array(replacedShape).max(50).optional(),
});
export type Content = z.infer<typeof contentShape>;

export const pushCommandShape = z.object({
  id,
  /** The device it was written on, when that is not the one that sends it (a file opened elsewhere). */
  from: id.optional(),
  seq,
  /** As they are by now: in place of a repaired command stands its repair. */
  deps: z.array(id).max(100),
  subjects: z.array(subject).max(50),
  sealed: base64url,
  keyId: z.string().min(1).max(60),
});
export type PushCommand = z.infer<typeof pushCommandShape>;

/** The frame alone, so that a protocol too old can be told from a body that cannot be read. */
export const frameShape = z.object({ protocol: z.int(), deviceId: id });

export const pushRequestShape = frameShape.extend({
  pending: z.object({ count: z.int().min(0), oldestAt: instant.nullable() }),
  /** Sequence numbers the server misses and this device does not hold: an alarm at the office. */
  lost: z.array(seq).max(MAX_REPORTED_LOST).optional(),
  /** Other devices whose commands this one holds: its own former ids, and those of files opened on it. */
  others: z.array(id).max(MAX_OTHERS).optional(),
  commands: z.array(pushCommandShape).max(MAX_COMMANDS_A_PUSH),
});
export type PushRequest = z.infer<typeof pushRequestShape>;

export const answerStatuses = [
  'applied',
  'already',
  'held',
  'needs-review',
  'rejected',
  'quarantined',
] as const;

export const pushAnswerShape = z.object({
  id,
  status: z.enum(answerStatuses),
  code: z.string().optional(),
  words: wordsShape.optional(),
  field: z.string().optional(),
  answer: json.optional(),
  /** What it waits for. */
  heldBy: id.optional(),
});
export type PushAnswer = z.infer<typeof pushAnswerShape>;

const numbers = {
  /** Highest sequence number the server has of this device; 0 before the first. */
  highestSeq: z.int().min(0),
  /** Gaps below it. */
  missing: z.array(seq),
};

export const pushResponseShape = z.object({
  serverTime: instant,
  /** The key new commands are to be sealed to. */
  keyId: z.string(),
  answers: z.array(pushAnswerShape),
  ...numbers,
  others: z.array(z.object({ deviceId: id, ...numbers })).optional(),
});
export type PushResponse = z.infer<typeof pushResponseShape>;

export const pullRequestShape = frameShape.extend({
  /** Etag by document key. */
  have: z.record(z.string().max(120), z.string().max(80)),
});
export type PullRequest = z.infer<typeof pullRequestShape>;

export const pullResponseShape = z.object({
  serverTime: instant,
  /** The business date in the city's zone. */
  today: z.iso.date(),
  documents: z.array(z.object({ key: z.string(), etag: z.string(), body: json })),
  /** Keys the device has and that are no longer in its scope. */
  gone: z.array(z.string()),
  more: z.boolean(),
});
export type PullResponse = z.infer<typeof pullResponseShape>;

/** Body of `access.enrol-device`. The device makes both secrets and keeps them; the server keeps sha-256. */
export const enrolInputShape = z.object({
  deviceId: id,
  name: z.string().trim().min(1).max(60),
  pushSecretHash: hash,
  readSecretHash: hash,
});
export type EnrolInput = z.infer<typeof enrolInputShape>;

export const enrolAnswerShape = z.object({
  deviceId: id,
  /** Uncompressed P-256 point, 65 bytes in base64url. */
  publicKey: base64url,
  keyId: z.string(),
  me: json,
});
export type EnrolAnswer = z.infer<typeof enrolAnswerShape>;

export const DISCARD_KIND = 'access.discard-field-command';

/** Body of `access.discard-field-command`: the only way work leaves a device without having been done. */
export const discardInputShape = z.object({
  commandId: id,
  /** The device the discarded command was written on. */
  deviceId: id,
  seq,
  reason: z.string().trim().min(3).max(300),
});
export type DiscardInput = z.infer<typeof discardInputShape>;

/** What `access.discard-field-command` answers: `discarded: false` when the command had been done before the discard arrived: then it stands. */
export const discardAnswerShape = z.object({ discarded: z.boolean() });

/** `{format: …}` of a file of unsent work; everything of value in it is sealed to the server's key. */
export const unsentFileShape = z.object({
  format: z.literal('naik-kelas-belum-terkirim'),
  version: z.literal(1),
  deviceId: id,
  exportedAt: instant,
  commands: z.array(
    pushCommandShape.omit({ from: true }).extend({
      deviceId: id,
      kind: z.string(),
      version: z.int().min(1),
      madeAt: instant,
      /** Its place in the order of its device: its own number, or that of what it repairs. */
      place: seq,
      placedOn: id.optional(),
      photos: z.array(hash),
      /** What it repairs or takes away, and what repairs it or takes it away, as in the outbox it came from. */
      replaces: id.optional(),
      supersededBy: id.optional(),
    }),
  ),
});
export type UnsentFile = z.infer<typeof unsentFileShape>;

/** A line behind the commands in a file of unsent work: a picture that has not arrived, sealed to the server's key. */
export const unsentPhotoShape = z.object({
  sha256: hash,
  /** Of the commands that name it. */
  commandIds: z.array(id),
  sealed: base64url,
});
export type UnsentPhoto = z.infer<typeof unsentPhotoShape>;
