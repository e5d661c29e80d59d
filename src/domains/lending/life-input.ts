import { z } from 'zod';
import { rupiahInput } from './input.ts';

const id = z.uuid();
const reason = z
  .string()
  .trim()
  .min(5, 'Jelaskan dengan beberapa kata. | Say why in a few words.')
  .max(300);
/** What the loan looked like when the page was made: acting on an older look is refused. */
const seen = z.string().max(60).nullish();
const percent = z
  .string()
  .regex(
    /^\d{1,3}(\.\d{1,6})?$/,
    'Isi angka persen, misalnya 25 atau 1,5. | Enter a percentage, for instance 25 or 1.5.',
  );

export const recordRepaymentInput = z
  .object({
    repaymentId: id,
    loanId: id,
    amountRupiah: rupiahInput,
    /** The day the money was received. */
    on: z.iso.date(),
    /** Who paid, when it was another person in the register; or her name, when nobody in it. */
    payerId: id.nullish(),
    payerName: z.string().trim().max(120).nullish(),
    /** The payer answers for the same debts and becomes the borrower's creditor. */
    asCover: z.boolean().default(false),
    /** The day on which the group agreed that the payer covers her; a cover needs one. */
    agreedOn: z.iso.date().nullish(),
    source: z.enum(['office', 'transfer']).default('office'),
    /** What becomes of money beyond the whole debt. */
    excess: z.enum(['refuse', 'keep', 'save']).default('refuse'),
    /** What becomes of money beyond what is due; as the product says unless asked for otherwise. */
    prepay: z.enum(['next-instalments', 'lower-instalment', 'shorter-term']).optional(),
    seen,
  })
  .refine((body) => !body.asCover || (body.agreedOn ?? '') !== '', {
    message:
      'Isi tanggal kelompok menyepakati siapa yang menanggung. | Enter the day on which the group agreed who covers.',
    path: ['agreedOn'],
  })
  .refine((body) => !body.asCover || (body.payerId ?? '') !== '', {
    message: 'Pilih anggota yang menanggung. | Choose the member who covers.',
    path: ['payerId'],
  });

export const chargeLoanInput = z.object({
  chargeId: id,
  loanId: id,
  kind: z.enum(['fee', 'penalty']),
  amountRupiah: rupiahInput,
  /** The day it arises; it may lie in the past. */
  on: z.iso.date(),
  dueOn: z.iso.date(),
  reason,
  seen,
});

export const waiveInput = z.object({
  loanId: id,
  part: z.enum(['interest', 'fee', 'penalty']),
  amountRupiah: rupiahInput,
  reason,
  seen,
});

export const reverseEntryInput = z.object({
  loanId: id,
  entryId: id,
  /** The amount of the entry as it was shown; decides whether a second person must approve. */
  amountRupiah: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(BigInt),
  reason,
  seen,
});

export const restructureInput = z.object({
  loanId: id,
  annualRatePercent: percent,
  installments: z.int().min(1).max(500),
  repayEvery: z.object({ count: z.int().min(1).max(36), unit: z.enum(['day', 'week', 'month']) }),
  firstDueOn: z.iso.date(),
  reason,
  seen,
});

const day = z.iso.date();
const wholeRupiah = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt);

/** A what-if to be put into force on each of several loans of one lender, as it was shown. */
export const commitWhatIfInput = z.object({
  weekday: z.int().min(1).max(7).nullable(),
  skip: z.object({ from: day, to: day }).nullable(),
  loans: z
    .array(
      z.object({
        loanId: id,
        extra: z.int().min(0).max(500),
        shown: z.object({
          nextDueOn: day.nullable(),
          lastDueOn: day.nullable(),
          instalmentRupiah: wholeRupiah,
          count: z.int().min(0).max(2000),
          leftRupiah: wholeRupiah,
        }),
      }),
    )
    .min(1, 'Pilih sedikitnya satu pinjaman. | Choose at least one loan.')
    .max(100)
    .refine((loans) => new Set(loans.map((one) => one.loanId)).size === loans.length),
  reason,
});

export const moreMoneyInput = z.object({
  loanId: id,
  amountRupiah: rupiahInput,
  installments: z.int().min(1).max(500),
  firstDueOn: z.iso.date(),
  reason,
  seen,
});

export const writeOffInput = z.object({
  loanId: id,
  /** The decision it rests on, such as a decree of the board. */
  document: z.string().trim().min(3).max(120),
  reason,
  seen,
});

export const forgiveDebtInput = writeOffInput.extend({ amountRupiah: rupiahInput });

export const recordRecoveryInput = z.object({
  recoveryId: id,
  loanId: id,
  amountRupiah: rupiahInput,
  on: z.iso.date(),
  seen,
});

export const refundInput = z.object({
  loanId: id,
  amountRupiah: rupiahInput,
  to: z.enum(['cash', 'savings']),
  seen,
});

export const payOffInput = z.object({
  repaymentId: id,
  loanId: id,
  /** What of the interest that is not due yet is asked for; less than the whole plan is a waiver. */
  interest: z.enum(['whole-plan', 'running-period', 'due-only']),
  /** The total as quoted. */
  amountRupiah: rupiahInput,
  seen,
});
