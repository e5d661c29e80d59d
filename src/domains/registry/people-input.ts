import { z } from 'zod';

const digits = (count: number) => z.string().regex(new RegExp(`^\\d{${count}}$`));

const business = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(160),
  product: z.string().trim().max(160).nullable(),
  sector: z.enum(['culinary', 'fashion', 'automotive', 'it', 'agro', 'education', 'other']),
  kbli: z.object({ version: z.enum(['2020', '2025']), code: digits(5) }).nullable(),
  nib: digits(13).nullable(),
  kelurahanCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
  address: z.string().trim().max(300).nullable(),
});

/** People with their businesses, already known to be new here: a register handed over whole. */
export const registerPeopleInput = z.object({
  /** Where they come from, as it stands beside each NIK. */
  source: z.string().trim().min(3).max(160),
  people: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string().trim().min(1).max(160),
        sex: z.enum(['female', 'male']),
        bornOn: z.iso.date(),
        nik: digits(16),
        phone: z
          .string()
          .regex(/^\+\d{8,15}$/)
          .nullable(),
        kelurahanCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
        address: z.string().trim().max(300).nullable(),
        businesses: z.array(business).max(5),
      }),
    )
    .min(1)
    .max(5000),
});

export type RegisterPeople = z.output<typeof registerPeopleInput>;
