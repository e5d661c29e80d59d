import { z } from 'zod';
import { denominations } from './cash.ts';

const id = z.uuid();

export const planMeetingsInput = z.object({
  seriesId: id,
  groupId: id,
  /** 1 is Monday. */
  weekday: z.number().int().min(1).max(7),
  startTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Tulis jam seperti 14:00. | Write the time as 14:00.'),
  place: z.string().trim().min(2).max(160),
  mentorId: id,
  from: z.iso.date(),
  until: z.iso.date(),
});

export const cancelMeetingInput = z.object({
  meetingId: id,
  why: z.string().trim().min(3, 'Tulis alasannya. | Write the reason.').max(300),
});

export const countBagInput = z.object({
  countId: id,
  bagId: id,
  pieces: z
    .array(
      z.object({
        denomination: z
          .number()
          .int()
          .refine((value) => denominations.some((one) => one === value)),
        pieces: z.number().int().min(1).max(100_000),
      }),
    )
    .max(denominations.length),
});

export const depositBagInput = z.object({
  depositId: id,
  bagId: id,
  amountRupiah: z.coerce.bigint().positive(),
  slipNumber: z.string().trim().min(1, 'Isi nomor slip. | Enter the slip’s number.').max(40),
  /** Where the cash went: the safe, or straight to the bank. */
  into: z.enum(['till', 'bank']).default('till'),
});
