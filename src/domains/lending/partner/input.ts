import { z } from 'zod';
import { givenFields } from '#domains/registry/consent-input.ts';
import { incomingKinds } from '#domains/partners/file/file-layout.ts';

const id = z.uuid();

export const recordSharingConsentInput = z.object({
  institutionId: id,
  personIds: z.array(id).min(1).max(500),
  /** The day they were read the statement; today without it. */
  on: z.iso.date().optional(),
  ...givenFields,
});

export const makeCandidateFileInput = z.object({
  fileId: id,
  institutionId: id,
  /** Groups whose active members are named to the lender. */
  groupIds: z.array(id).min(1).max(100),
  /** `applications` names only those of the groups who have an application recommended or approved. */
  source: z.enum(['members', 'applications']),
});

export const takeCandidateFileInput = z.object({ fileId: id, takingId: id });

/** Longer files are sent in parts; a bank's branch has a few thousand of the city's loans. */
const mostRows = 20_000;

export const readPartnerFileInput = z.object({
  fileId: id,
  institutionId: id,
  kind: z.enum(incomingKinds),
  fileName: z.string().trim().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1).max(25_000_000),
  rows: z
    .array(
      z.object({
        number: z.int().min(1),
        cells: z.array(z.string().max(2000)).max(256),
        notes: z.record(z.string(), z.string()).optional(),
      }),
    )
    .min(1)
    .max(
      mostRows,
      'Berkas terlalu panjang; bagi menjadi beberapa berkas. | The file is too long; split it.',
    ),
});

export const applyPartnerFileInput = z.object({
  fileId: id,
  /** Lines about loans or candidates we do not know are left aside; without it they stop the file. */
  leaveUnknown: z.boolean().default(false),
});

export const dropPartnerFileInput = z.object({ fileId: id });
