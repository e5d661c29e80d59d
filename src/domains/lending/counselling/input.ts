import { z } from 'zod';
import { rupiahInput } from '../input.ts';
import { counsellingReasons, counsellingResults, stepKinds } from './counselling.ts';

const id = z.uuid();
const note = z.string().trim().max(500).default('');

export const openCounsellingInput = z.object({
  /** Loans kept here, of one lending group or one person; or arrears at a lender who keeps no books here. */
  about: z.discriminatedUnion('at', [
    z.object({
      at: z.literal('here'),
      loans: z
        .array(z.object({ counsellingId: id, loanId: id }))
        .min(1, 'Pilih sedikitnya satu pinjaman. | Choose at least one loan.')
        .max(60)
        .refine((loans) => new Set(loans.map((one) => one.loanId)).size === loans.length),
    }),
    z.object({
      at: z.literal('elsewhere'),
      counsellingId: id,
      personId: id,
      creditor: z.string().trim().min(2).max(120),
      /** Overdue there, as she said or showed. */
      amountRupiah: rupiahInput,
    }),
  ]),
  reason: z.enum(counsellingReasons),
  note,
  /** When somebody looks at it again; a week from now unless said. */
  nextOn: z.iso.date().nullish(),
});

export const recordCounsellingStepInput = z.object({
  counsellingId: id,
  stepId: id,
  kind: z.enum(stepKinds),
  on: z.iso.date(),
  note,
  promisedOn: z.iso.date().nullish(),
  amountRupiah: rupiahInput.nullish(),
  nextOn: z.iso.date().nullish(),
});

export const closeCounsellingInput = z
  .object({ counsellingId: id, result: z.enum(counsellingResults), note })
  .refine(
    ({ result, note: said }) =>
      (result !== 'not-willing' && result !== 'mistake') || said.length >= 5,
    { message: 'Jelaskan dengan beberapa kata. | Say why in a few words.', path: ['note'] },
  );
