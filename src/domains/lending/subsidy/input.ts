import { z } from 'zod';

const id = z.uuid();

/** Whole rupiah as digits, above zero. */
const rupiah = z
  .string()
  .regex(/^[1-9]\d{0,12}$/, 'Isi jumlah dalam rupiah bulat. | Enter whole rupiah.')
  .transform(BigInt);

/** Digits of the agreement's smallest unit; a claim of money taken back is negative. */
const units = z
  .string()
  .regex(/^-?\d{1,16}$/, 'Isi jumlahnya. | Enter the amount.')
  .transform(BigInt);

const percent = z
  .string()
  .regex(
    /^\d{1,2}(\.\d{1,4})?$/,
    'Isi angka persen di bawah 100, misalnya 6 atau 10,5. | Enter a percentage below 100, for instance 6 or 10.5.',
  );

export const offerSubsidyInput = z
  .object({
    agreementId: id,
    institutionId: id,
    number: z.string().trim().min(3).max(80),
    name: z.string().trim().min(3).max(160),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
    borrowerRatePercent: percent,
    governmentSharePercent: percent.refine((text) => Number(text) > 0, {
      message: 'Bagian pemerintah di atas nol. | The government’s share is above zero.',
    }),
    capRupiah: rupiah,
    mostPrincipalRupiah: rupiah,
    budgetLine: z.string().trim().min(3).max(160),
    sourceDocument: z.string().trim().min(3).max(240),
  })
  .refine((agreement) => agreement.validTo >= agreement.validFrom, {
    message: 'Berakhir sebelum mulai berlaku. | It ends before it begins.',
    path: ['validTo'],
  });

export const acceptSubsidisedLoansInput = z.object({
  agreementId: id,
  loanIds: z.array(id).min(1).max(500),
});

export const endSubsidyInput = z.object({
  loanId: id,
  endedOn: z.iso.date(),
  why: z.enum(['paid-off', 'ineligible']),
  note: z.string().trim().min(5).max(300),
});

export const accrueSubsidyInput = z.object({ day: z.iso.date() });

export const draftClaimInput = z.object({
  claimId: id,
  agreementId: id,
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Pilih bulan. | Choose a month.'),
});

export const sendClaimInput = z.object({ claimId: id });

export const answerClaimInput = z.object({
  claimId: id,
  accepted: units,
  answeredOn: z.iso.date(),
  note: z.string().trim().max(500).default(''),
});

export const payClaimInput = z.object({
  claimId: id,
  paid: units,
  paidOn: z.iso.date(),
  reference: z.string().trim().min(3).max(80),
});
