import { z } from 'zod';
import { consentPurposeNames, heardChannels } from './consent.ts';

const id = z.uuid();

/** How an answer was given, whatever it was about. */
export const givenFields = {
  channel: z.enum(heardChannels),
  /** Who heard it; asked for unless she signed. */
  witness: z
    .string()
    .trim()
    .max(120)
    .nullish()
    .transform((name) => (name === undefined || name === null || name === '' ? null : name))
    .refine((name) => name === null || name.length >= 2, {
      message: 'Tulis nama lengkap saksinya. | Write the witness’s full name.',
    }),
} as const;

export const recordConsentInput = z.object({
  personId: id,
  purpose: z.enum(consentPurposeNames),
  /** The version she was read; refused when another is in force by now. */
  noticeVersion: z.int().min(1),
  on: z.iso.date(),
  ...givenFields,
});

export const withdrawConsentInput = z.object({
  consentId: id,
  on: z.iso.date(),
  channel: z.enum(heardChannels),
  why: z.string().trim().max(300).nullish(),
});

/** From her own page: her card was opened with her PIN. */
export const withdrawOwnConsentInput = z.object({ consentId: id, cardId: id });
