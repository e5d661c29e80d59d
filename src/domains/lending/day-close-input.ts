import { z } from 'zod';

const id = z.uuid();

export const closeDayInput = z.object({
  bookId: id,
  day: z.iso.date(),
  /** Who pressed the button; the system itself at night. */
  askedBy: id.optional(),
  /** A smaller piece than usual, for a machine with little memory and for tests of being cut off. */
  loansAtOnce: z.int().min(1).max(500_000).optional(),
});

export const askDayCloseInput = z.object({
  bookId: id,
  /** Closes every open day until this one. */
  until: z.iso.date(),
});
