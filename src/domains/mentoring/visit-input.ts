import { z } from 'zod';

/** The five core fields of mentoring (domain notes §1.5). */
export const visitFields = [
  'institution',
  'people',
  'production',
  'financing',
  'marketing',
] as const;

/** Visits that were made, of one kecamatan, as a mentor hands them in. */
export const recordVisitsInput = z.object({
  visits: z
    .array(
      z.object({
        visitId: z.uuid(),
        businessId: z.uuid(),
        doneOn: z.iso.date(),
        field: z.enum(visitFields),
        note: z.string().trim().max(1000),
        /** Sales of the last month in whole rupiah, as the owner said; null when not asked. */
        turnoverMonthRupiah: z.coerce.bigint().min(0n).nullable(),
      }),
    )
    .min(1)
    .max(200),
});

export type RecordVisits = z.output<typeof recordVisitsInput>;
