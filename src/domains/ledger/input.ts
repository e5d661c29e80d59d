import { z } from 'zod';

export const openBookInput = z.object({
  institutionId: z.uuid(),
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.string().trim().min(2).max(120),
  openedOn: z.iso.date(),
  template: z.enum(['cooperative', 'revolving-fund', 'microfinance']).default('cooperative'),
  /** Capital the institution starts with, whole rupiah as digits; it stands in the till. */
  openingCapitalRupiah: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(BigInt),
});
