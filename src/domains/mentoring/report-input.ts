import { z } from 'zod';

const id = z.uuid();
const text = z.string().trim().max(3000, 'Paling banyak 3.000 huruf. | At most 3,000 characters.');

/** A month's report with what only its author knows; the figures come from the records. */
export const writeReportInput = z.object({
  reportId: id,
  /** Null for the whole city's. */
  mentorId: id.nullable(),
  month: z.iso.date().refine((day) => day.endsWith('-01'), 'Pilih bulan. | Choose a month.'),
  obstacles: text.default(''),
  followUp: text.default(''),
});

export const acceptReportInput = z.object({ reportId: id });

export const returnReportInput = z.object({
  reportId: id,
  why: text.min(3, 'Tulis apa yang perlu diperbaiki. | Write what needs to be put right.'),
});
