import { z } from 'zod';
import { isId } from '#kernel/id.ts';

const id = z.string().refine(isId, 'is no UUIDv7');
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.int().min(1).max(2_147_483_647);

/** The phone makes both secrets and keeps them; here only their SHA-256 arrives. */
export const enrolDeviceInput = z.object({
  deviceId: id,
  name: z.string().trim().min(1).max(60),
  pushSecretHash: hash,
  readSecretHash: hash,
});

export const revokeDeviceInput = z.object({
  deviceId: id,
  why: z.string().trim().min(3, 'Tulis alasannya. | Write the reason.').max(300),
});

export const discardFieldCommandInput = z.object({
  commandId: id,
  /** The phone the discarded command was written on. */
  deviceId: id,
  seq,
  reason: z.string().trim().min(3, 'Tulis alasannya. | Write the reason.').max(300),
});

const words = z.object({ id: z.string(), en: z.string() });

/** What the receiving side notes of a command that it did not do. */
export const noteFieldCommandInput = z.object({
  deviceId: id,
  seq,
  commandId: id,
  kind: z.string().min(1).max(80),
  /** SHA-256 of its content, hexadecimal. */
  digest: hash,
  status: z.enum(['refused', 'needs-review', 'quarantined']),
  /** False where its number belongs to another command: then it is only kept for review. */
  claimsNumber: z.boolean().default(true),
  code: z.string().min(1).max(120),
  words,
  field: z.string().max(120).optional(),
  madeAt: z.iso.datetime(),
  madeBy: z.uuid(),
  review: z
    .object({
      kind: z.enum(['two-marks', 'look-alike-money', 'proposal', 'impossible-step', 'quarantined']),
      says: words,
      firstBy: z.string(),
      facts: z.array(z.object({ label: words, first: words.nullable(), second: words.nullable() })),
      place: z.object({
        kecamatan: z.string().nullish(),
        kelurahan: z.string().nullish(),
        group: z.string().nullish(),
      }),
      subject: z.object({ kind: z.string(), id: z.string() }),
      remedy: z.json().optional(),
      /** The command as it arrived, sealed, hexadecimal. */
      kept: z.string().regex(/^([0-9a-f]{2})+$/),
    })
    .optional(),
});

export const keepFieldPhotoInput = z.object({ deviceId: id, sha256: hash, keptSha256: hash });

export const settleFieldReviewInput = z.object({
  reviewId: z.uuid(),
  /** Which side counts: what the city has, what came from the field, both, or neither. */
  answer: z.enum(['first', 'second', 'both', 'neither']),
  reason: z.string().trim().min(3, 'Tulis alasannya. | Write the reason.').max(500),
});
