import { z } from 'zod';
import { diffDays, isBusinessDate } from '#kernel/date.ts';

const longestDays = 31;

export const writeClosureInput = z
  .object({
    closureId: z.uuid(),
    name: z.string().trim().min(2).max(80),
    from: z.iso.date(),
    to: z.iso.date(),
    sourceDocument: z.string().trim().min(3).max(240),
  })
  .refine(({ from, to }) => to >= from, {
    message: 'Berakhir sebelum mulai. | It ends before it begins.',
    path: ['to'],
  })
  .refine(
    ({ from, to }) =>
      // A day that does not exist is refused by its own field.
      !isBusinessDate(from) || !isBusinessDate(to) || diffDays(from, to) <= longestDays,
    {
      message: 'Paling lama satu bulan. | A month at most.',
      path: ['to'],
    },
  );

export type WriteClosure = z.output<typeof writeClosureInput>;
