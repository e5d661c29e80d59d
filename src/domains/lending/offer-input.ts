import { z } from 'zod';
import { lenderSorts } from './comparable-offer.ts';
import { productTermsInput } from './input.ts';

const rupiah = z
  .string()
  .regex(
    /^[1-9]\d{0,14}$/,
    'Isi jumlah dalam rupiah bulat, misalnya 2.500.000. | Enter whole rupiah, for instance 2.500.000.',
  );

const percent = z
  .string()
  .regex(
    /^\d{1,2}(\.\d{1,4})?$/,
    'Isi angka persen, misalnya 5. | Enter a percentage, for instance 5.',
  );

const priceByTermsInput = z.object({
  kind: z.literal('terms'),
  terms: productTermsInput,
  minimumRupiah: rupiah,
  maximumRupiah: rupiah,
  mostInstallments: z.int().min(1).max(500).nullable(),
  upfrontFeePercent: percent,
  savingsPercent: percent,
});

const priceAsToldInput = z.object({
  kind: z.literal('told'),
  askedRupiah: rupiah,
  receivedRupiah: rupiah,
  instalmentRupiah: rupiah,
  installments: z.int().min(1).max(500),
  repayEvery: productTermsInput.shape.repayEvery,
});

/** What is written down of an offer, and kept so. Amounts are digits. */
export const offerDetailsInput = z.object({
  lender: z.string().trim().min(2).max(80),
  sort: z.enum(lenderSorts),
  /** What the source leaves open; anyone who compares sees it. */
  unsettled: z.string().trim().min(5).max(300).nullable(),
  price: z.discriminatedUnion('kind', [priceByTermsInput, priceAsToldInput]),
});

export type OfferDetails = z.output<typeof offerDetailsInput>;

export const publishOfferInput = offerDetailsInput
  .extend({
    offerId: z.uuid(),
    /** Who vouches for it: the lender itself, or the department that wrote it down. */
    institutionId: z.uuid(),
    name: z.string().trim().min(2).max(120),
    sourceDocument: z.string().trim().min(3).max(240),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    /** The offer this one takes the place of; it ends the day before. */
    replacesId: z.uuid().nullish(),
  })
  .refine((offer) => offer.validTo === null || offer.validTo >= offer.validFrom, {
    message: 'Berakhir sebelum mulai berlaku. | It ends before it begins.',
    path: ['validTo'],
  })
  .refine(
    ({ price }) =>
      price.kind === 'told' || BigInt(price.maximumRupiah) >= BigInt(price.minimumRupiah),
    {
      message: 'Jumlah terbesar di bawah jumlah terkecil. | The largest amount is below the least.',
      path: ['price', 'maximumRupiah'],
    },
  )
  .refine(
    ({ price }) =>
      price.kind === 'terms' || BigInt(price.receivedRupiah) <= BigInt(price.askedRupiah),
    {
      message: 'Yang diterima melebihi pinjamannya. | More is received than the loan.',
      path: ['price', 'receivedRupiah'],
    },
  );

export type PublishOffer = z.output<typeof publishOfferInput>;

export const endOfferInput = z.object({
  offerId: z.uuid(),
  /** As it stands on the list, for the second person to read. */
  name: z.string().trim().min(2).max(120),
  /** The last day on which it can be compared. */
  validTo: z.iso.date(),
});
