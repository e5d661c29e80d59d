import { z } from 'zod';
import { licenceKinds } from './licence.ts';
import { ownerRoles } from './owner.ts';
import { premisesKinds, tenures } from './premises.ts';

const id = z.uuid();
const rupiah = z
  .string()
  .regex(/^\d{1,15}$/, 'Tulis jumlahnya dengan angka. | Write the amount in digits.')
  .transform(BigInt)
  .nullable();

export const recordFiguresInput = z
  .object({
    businessId: id,
    year: z.int().min(2000).max(2200),
    /** Without land and buildings of the place of business. */
    capitalRupiah: rupiah,
    salesRupiah: rupiah,
    workers: z.int().min(0).max(10_000).nullable(),
    evidence: z
      .string()
      .trim()
      .min(3, 'Tulis dari mana angkanya. | Say where the figures are from.')
      .max(200),
  })
  .refine(
    (body) => [body.capitalRupiah, body.salesRupiah, body.workers].some((one) => one !== null),
    {
      path: ['salesRupiah'],
      message: 'Isi sedikitnya satu angka. | Fill in one figure at least.',
    },
  );

export const recordLicenceInput = z.object({
  businessId: id,
  kind: z.enum(licenceKinds),
  number: z.string().trim().min(2, 'Tulis nomornya. | Write its number.').max(60),
  product: z.string().trim().max(160).nullable(),
  issuedOn: z.iso.date(),
  validTo: z.iso.date().nullable(),
});

export const nameOwnerInput = z.object({
  businessId: id,
  personId: id,
  role: z.enum(ownerRoles),
  sharePercent: z.int().min(1).max(99).nullable(),
  from: z.iso.date(),
});

export const endOwnerInput = z.object({ ownerId: id, on: z.iso.date() });

export const setPointInput = z.object({
  businessId: id,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** How it was found: on the map, by the phone's own reckoning, or typed. */
  how: z.enum(['map', 'gps', 'typed']),
});

export const recordPremisesInput = z.object({
  businessId: id,
  kind: z.enum(premisesKinds),
  tenure: z.enum(tenures),
  kelurahanCode: z.string().nullable(),
  address: z.string().trim().min(1).max(200).nullable(),
  from: z.iso.date(),
});

export const endPremisesInput = z.object({ premisesId: id, on: z.iso.date() });

export const addPhotoInput = z.object({
  businessId: id,
  /** Of the picture as it lies in the file store, drawn anew. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What is to be seen, for whoever does not see it. */
  shows: z
    .string()
    .trim()
    .min(2, 'Tulis apa yang terlihat di foto. | Say what is to be seen.')
    .max(120),
  takenOn: z.iso.date(),
});

export const removePhotoInput = z.object({ photoId: id });
