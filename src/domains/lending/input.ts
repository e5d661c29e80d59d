import { parseRupiah } from '#kernel/money.ts';
import { z } from 'zod';
import { borrowers } from './borrowers.ts';
import { conditionsInput } from './conditions-input.ts';

const id = z.uuid();

/** Whole rupiah as digits, above zero: a JSON number would not be exact for every amount. */
export const rupiahInput = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, { error: ({ input }) => whyNoAmount(input) })
  .transform(BigInt);

/** Why a text is no amount, such as separators that can be read in two ways; what was typed comes here as it is. */
function whyNoAmount(typed: unknown): string {
  const read = parseRupiah(String(typed));
  if (!read.ok) return `${read.problem.says.id} | ${read.problem.says.en}`;
  return 'Isi jumlah dalam rupiah bulat, misalnya 2.500.000. | Enter whole rupiah, for instance 2.500.000.';
}

const wholeNumber = z.int().min(0).max(500);

/**
 * What a lender promises, without what a single loan adds (principal, dates). The names are those of
 * `naik loan compute`.
 */
export const productTermsInput = z.object({
  annualRatePercent: z
    .string()
    .regex(
      /^\d{1,3}(\.\d{1,6})?$/,
      'Isi angka persen, misalnya 25 atau 1,5. | Enter a percentage, for instance 25 or 1.5.',
    ),
  rateBasis: z.enum(['per-year', 'whole-term']).optional(),
  interestMethod: z.enum(['flat', 'declining']),
  amortization: z.enum(['equal-installments', 'equal-principal']),
  installments: z.int().min(1).max(500),
  repayEvery: z.object({ count: z.int().min(1).max(36), unit: z.enum(['day', 'week', 'month']) }),
  interestPeriod: z.enum(['same-as-repayment', 'daily']),
  dayCount: z.object({
    year: z.enum(['actual', '360', '364', '365']),
    month: z.enum(['actual', '30']),
  }),
  annuity: z.enum(['nominal', 'by-period']),
  grace: z.object({
    principal: wholeNumber,
    interestPayment: wholeNumber,
    interestFree: wholeNumber,
  }),
  roundInstallmentTo: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .optional(),
  ...conditionsInput,
});

export const offerProductInput = z
  .object({
    productId: id,
    institutionId: id,
    code: z
      .string()
      .regex(
        /^[a-z0-9-]{2,40}$/,
        'Hanya huruf kecil, angka, dan tanda hubung. | Only lower-case letters, digits and hyphens.',
      ),
    name: z.string().trim().min(2).max(120),
    terms: productTermsInput,
    minimumRupiah: rupiahInput,
    maximumRupiah: rupiahInput,
    stepRupiah: rupiahInput,
    /** Set aside from each disbursement (uang pertanggungjawaban), percent of the principal. */
    compulsorySavingsPercent: z
      .string()
      .regex(
        /^\d{1,2}(\.\d{1,4})?$/,
        'Isi angka persen, misalnya 5. | Enter a percentage, for instance 5.',
      ),
    jointLiability: z.boolean(),
    /** Joint liability is for those who apply as a group. */
    borrowers: z.enum(borrowers).default('group'),
    sourceDocument: z.string().trim().min(3).max(240),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
  })
  .refine((product) => product.maximumRupiah >= product.minimumRupiah, {
    message: 'Jumlah terbesar di bawah jumlah terkecil. | The largest amount is below the least.',
    path: ['maximumRupiah'],
  })
  .refine((product) => product.borrowers !== 'person' || !product.jointLiability, {
    message:
      'Tanggung renteng hanya untuk yang mengajukan sebagai kelompok. | Joint liability is only for those who apply as a group.',
    path: ['borrowers'],
  })
  .refine((product) => product.validTo === null || product.validTo >= product.validFrom, {
    message: 'Berakhir sebelum mulai berlaku. | It ends before it begins.',
    path: ['validTo'],
  });

export const applyInput = z.object({
  applicationId: id,
  productId: id,
  /** The programme group whose members answer for each other. */
  groupId: id,
  firstDueOn: z.iso.date(),
  members: z
    .array(
      z.object({
        personId: id,
        amountRupiah: rupiahInput,
        purpose: z.string().trim().max(200).default(''),
        /** She was read the statement and agrees that this lender uses her data. */
        consents: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(60)
    .refine((members) => new Set(members.map((m) => m.personId)).size === members.length, {
      message: 'Ada anggota yang tercantum dua kali. | A member is listed twice.',
    }),
});

export const applyForPersonInput = z.object({
  applicationId: id,
  productId: id,
  personId: id,
  firstDueOn: z.iso.date(),
  amountRupiah: rupiahInput,
  purpose: z.string().trim().max(200).default(''),
  /** She was read the statement and agrees that this lender uses her data. */
  consents: z.boolean().default(false),
});

export const recommendApplicationInput = z.object({ applicationId: id });

export const approveApplicationInput = z.object({ applicationId: id });

/** Why lenders refuse, coded so that the programme can count it (domain notes §7.3). */
export const refusalReasons = [
  'old-arrears',
  'documents',
  'not-interested',
  'cannot-afford',
  'group-not-ready',
  'other',
] as const;

export const refuseApplicationInput = z
  .object({
    applicationId: id,
    reason: z.enum(refusalReasons),
    note: z.string().trim().max(500).default(''),
  })
  .refine((refusal) => refusal.reason !== 'other' || refusal.note.length >= 5, {
    message: 'Jelaskan alasannya dengan beberapa kata. | Say why in a few words.',
    path: ['note'],
  });

export const disburseApplicationInput = z.object({
  applicationId: id,
  /** Given when the date in the application has passed meanwhile. */
  firstDueOn: z.iso.date().nullish(),
  /** Members who get only a first part now, and how much; the rest follows in tranches. */
  firstTranches: z
    .array(z.object({ personId: id, amountRupiah: rupiahInput }))
    .max(60)
    .default([]),
  /** What goes to an old creditor instead of the borrower (take-over). */
  takeOvers: z
    .array(
      z.object({
        personId: id,
        creditor: z.string().trim().min(2).max(120),
        reference: z.string().trim().max(120).default(''),
        amountRupiah: rupiahInput,
      }),
    )
    .max(60)
    .default([]),
});
