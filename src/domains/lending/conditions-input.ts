import { z } from 'zod';
import { closureRules } from './closures.ts';
import { parts } from './loan-event.ts';

const percent = z
  .string()
  .regex(
    /^\d{1,3}(\.\d{1,6})?$/,
    'Isi angka persen, misalnya 5 atau 0,5. | Enter a percentage, for instance 5 or 0.5.',
  );

const rupiah = z
  .string()
  .regex(
    /^[1-9]\d{0,11}$/,
    'Isi jumlah dalam rupiah bulat, misalnya 5.000. | Enter whole rupiah, for instance 5.000.',
  );

/** An order that leaves a part out would leave it unpaid for ever. */
const order = z
  .array(z.enum(parts))
  .refine((given) => given.length === parts.length && new Set(given).size === parts.length, {
    message:
      'Sebutkan pokok, jasa, biaya dan denda masing-masing sekali. | Name principal, interest, fee and penalty once each.',
  });

const late = { graceDays: z.int().min(0).max(365), mostPercent: percent.optional() };

const latePenalty = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('per-instalment'), rupiah, ...late }),
  z.object({ kind: z.literal('of-overdue'), percent, per: z.enum(['day', 'period']), ...late }),
]);

const fee = {
  name: z.string().trim().min(2).max(60),
  kind: z.enum(['fee', 'insurance']),
  taken: z.enum(['upfront', 'spread']),
};

const fees = z
  .array(
    z
      .discriminatedUnion('basis', [
        z.object({ ...fee, basis: z.literal('percent'), percent }),
        z.object({ ...fee, basis: z.literal('fixed'), rupiah }),
      ])
      .refine((one) => one.kind === 'fee' || one.taken === 'upfront', {
        message:
          'Premi asuransi dipotong di muka, supaya langsung diteruskan ke penanggung. | An insurance premium is kept back at the start, so that it can be passed on.',
        path: ['taken'],
      }),
  )
  .max(6);

/** What a product says beyond its schedule; see `product-conditions.ts`. */
export const conditionsInput = {
  allocation: z
    .discriminatedUnion('order', [
      z.object({ order: z.literal('by-instalment'), parts: order }),
      z.object({ order: z.literal('due-then-advance'), due: order, inAdvance: order }),
    ])
    .optional(),
  prepayment: z.enum(['lower-instalment', 'shorter-term']).optional(),
  latePenalty: latePenalty.optional(),
  fees: fees.optional(),
  marginPercent: percent.optional(),
  onClosedDays: z
    .object({ rule: z.enum(closureRules), weekend: z.array(z.int().min(1).max(7)).max(6) })
    .optional(),
};
