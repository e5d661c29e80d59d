import { z } from 'zod';
import { identityProofNames, requestChannelNames, requestKindNames } from './data-request.ts';

const text = (most: number) =>
  z
    .string()
    .trim()
    .min(3, 'Tulis sedikit lebih jelas. | Write a little more.')
    .max(most, `Paling banyak ${most} huruf. | At most ${most} characters.`);

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((typed) => (typed === undefined || typed === null || typed === '' ? null : typed));

export const receiveRequestInput = z.object({
  personId: z.uuid(),
  kind: z.enum(requestKindNames),
  channel: z.enum(requestChannelNames),
  proof: z.enum(identityProofNames),
  /** The day she asked: the clock runs from its first minute, or from now where it is today. */
  receivedOn: z.iso.date(),
  words: text(1000),
  /** For a correction: a field of her profile, and what it should say. */
  field: optional(40),
  value: optional(300),
});

export type ReceiveRequest = z.output<typeof receiveRequestInput>;

export const answerRequestInput = z.object({
  requestId: z.uuid(),
  decision: z.enum(['granted', 'refused']),
  answer: text(1000),
});

export const liftRestrictionInput = z.object({ personId: z.uuid(), why: text(300) });
