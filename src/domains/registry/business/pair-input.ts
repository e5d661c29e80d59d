import { z } from 'zod';
import { pairDecisions } from '../field/profile-input.ts';
import { pairGroundNames } from './businesses-alike.ts';

const id = z.uuid();

/** Pairs of businesses a job found. */
export const recordBusinessPairsInput = z.object({
  pairs: z
    .array(
      z.object({
        id,
        businessId: id,
        otherId: id,
        grounds: z.array(z.enum(pairGroundNames)).min(1).max(10),
      }),
    )
    .max(500),
});

export type RecordBusinessPairs = z.output<typeof recordBusinessPairsInput>;

export const decideBusinessPairInput = z.object({
  pairId: id,
  decision: z.enum(pairDecisions),
  reason: z
    .string()
    .trim()
    .max(300)
    .nullish()
    .transform((text) => (text ? text : null)),
});

export const reopenBusinessPairInput = z.object({ pairId: id });
