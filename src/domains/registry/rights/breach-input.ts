import { z } from 'zod';
import { breachKindNames, toldPartyNames } from './breach.ts';

const text = (most: number) =>
  z
    .string()
    .trim()
    .min(3, 'Tulis sedikit lebih jelas. | Write a little more.')
    .max(most, `Paling banyak ${most} huruf. | At most ${most} characters.`);

const id = z.uuid().nullish();
/** A moment as a form gives it: day, and hour and minute of the city's clock. */
const moment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/,
    'Isi tanggal dan jam. | Give date and hour.',
  )
  .refine(
    (given) => z.iso.date().safeParse(given.slice(0, 10)).success,
    'Tanggal itu tidak ada. | No such date.',
  );

export const recordBreachInput = z.object({
  kind: z.enum(breachKindNames),
  deviceId: id,
  placeCode: z.string().max(13).nullish(),
  groupId: id,
  what: text(1000),
  /** What was done about it, as the notices say. */
  remedy: text(1000),
  happenedOn: z.iso.date(),
  foundAt: moment,
});

export type RecordBreach = z.output<typeof recordBreachInput>;

export const withdrawBreachInput = z.object({ breachId: z.uuid(), why: text(500) });

export const noteBreachToldInput = z.object({
  breachId: z.uuid(),
  party: z.enum(toldPartyNames),
  toldAt: moment,
  how: text(300),
});
