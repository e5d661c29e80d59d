import { z } from 'zod';

const id = z.uuid();
const value = z.string().max(400).nullable();

/** Corrections of one profile, field by field. */
export const correctProfileInput = z.object({
  /** The correction's own id, by which its source is kept. */
  correctionId: id,
  subject: z.object({ kind: z.enum(['person', 'business']), id }),
  changes: z
    .array(
      z.object({
        field: z.string().max(40),
        /** What the author saw there when she wrote: the version her value is written against. */
        base: value,
        value,
      }),
    )
    .min(1)
    .max(12)
    .refine((changes) => new Set(changes.map((one) => one.field)).size === changes.length, {
      message: 'Tiap isian sekali saja. | Each field once.',
    }),
});

export type CorrectProfile = z.output<typeof correctProfileInput>;

const reason = z
  .string()
  .trim()
  .max(300)
  .nullish()
  .transform((text) => (text ? text : null));

export const confirmPersonInput = z.object({ personId: id });

export const pairDecisions = ['same', 'different', 'later'] as const;
export type PairDecision = (typeof pairDecisions)[number];

export const decidePairInput = z.object({
  pairId: id,
  decision: z.enum(pairDecisions),
  reason,
  /** They differ in sex and are one person all the same: a second officer then has to agree. */
  despiteFamily: z.boolean().default(false),
});

export const reopenPairInput = z.object({ pairId: id });

export const decideProfileProposalInput = z.object({
  proposalId: id,
  accept: z.boolean(),
  reason,
});
