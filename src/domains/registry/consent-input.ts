import { z } from 'zod';
import { consentPurposeNames, heardChannels } from './consent.ts';
import { lenderMark } from './consent-notice.ts';

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

const wording = z
  .string()
  .trim()
  .min(
    40,
    'Tulis naskahnya utuh, paling sedikit 40 huruf. | Write the whole statement, at least 40 letters.',
  )
  .max(2000)
  .refine((text) => text.includes(lenderMark), {
    message: `Tulis ${lenderMark} di tempat nama lembaganya. | Write ${lenderMark} where the lender is named.`,
  });

/** A new version of what people are read before a lender gets their data. */
export const publishConsentNoticeInput = z.object({
  /** The version it becomes; refused when somebody published it meanwhile. */
  version: z.int().min(2),
  validFrom: z.iso.date(),
  textId: wording,
  textEn: wording,
  spokenId: wording,
  spokenEn: wording,
  sourceDocument: z
    .string()
    .trim()
    .min(3, 'Tulis dokumen dasarnya. | Name the document it rests on.')
    .max(240),
});
