import { z } from 'zod';
import { fieldKinds } from '../../linkage/field-kind.ts';

export const recordLookAlikesInput = z.object({
  pairs: z
    .array(
      z.object({
        id: z.uuid(),
        personId: z.uuid(),
        otherId: z.uuid(),
        chance: z.number().min(0).max(1),
        grounds: z
          .array(z.object({ field: z.enum(fieldKinds), level: z.int().min(0).max(7) }))
          .max(20),
      }),
    )
    .max(500),
});

export type RecordLookAlikes = z.output<typeof recordLookAlikesInput>;
