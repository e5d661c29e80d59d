import { z } from 'zod';
import { retentionClasses } from './retention.ts';

const why = z
  .string()
  .trim()
  .min(3, 'Tulis sedikit lebih jelas. | Write a little more.')
  .max(500, 'Paling banyak 500 huruf. | At most 500 characters.');

export const endRetentionInput = z.object({ retentionClass: z.enum(retentionClasses) });
export const holdPersonInput = z.object({ personId: z.uuid(), why, untilOn: z.iso.date() });
export const liftHoldInput = z.object({ holdId: z.uuid(), why });
