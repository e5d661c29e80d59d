import { z } from 'zod';
import { statementLines } from './statement-line.ts';
import type { StatementLineName } from './statement-line.ts';

const id = z.uuid();

/** Whole rupiah as digits, zero allowed. */
const rupiahOrNothing = z
  .string()
  .regex(
    /^\d{1,15}$/,
    'Isi jumlah dalam rupiah bulat, misalnya 2.500.000. | Enter whole rupiah, for instance 2.500.000.',
  )
  .transform(BigInt);

const rupiah = z
  .string()
  .regex(
    /^[1-9]\d{0,14}$/,
    'Isi jumlah dalam rupiah bulat, misalnya 2.500.000. | Enter whole rupiah, for instance 2.500.000.',
  )
  .transform(BigInt);

const accountNumber = z
  .string()
  .trim()
  .regex(
    /^[1-9]\d{3,7}$/,
    'Nomor akun 4 sampai 8 angka, misalnya 5301. | An account number has 4 to 8 digits, for instance 5301.',
  );

const template = z.enum(['cooperative', 'revolving-fund', 'microfinance']);

export const openBookInput = z.object({
  institutionId: id,
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.string().trim().min(2).max(120),
  openedOn: z.iso.date(),
  template: template.default('cooperative'),
  /** Capital the institution starts with, whole rupiah as digits; it stands in the till. */
  openingCapitalRupiah: rupiahOrNothing,
});

export const layChartInput = z.object({ institutionId: id, template });

export const addAccountInput = z.object({
  institutionId: id,
  number: accountNumber,
  name: z
    .string()
    .trim()
    .min(2)
    .max(80)
    .regex(/[A-Za-z]/, 'Nama akun memakai huruf. | An account’s name has letters.'),
  line: z.enum(Object.keys(statementLines) as [StatementLineName, ...StatementLineName[]]),
});

export const closeAccountInput = z.object({ institutionId: id, number: accountNumber });

const journalLine = z.object({
  number: accountNumber,
  debitRupiah: rupiahOrNothing,
  creditRupiah: rupiahOrNothing,
});

const manyLines = z
  .array(journalLine)
  .min(2, 'Jurnal berisi paling sedikit dua baris. | A journal has two lines at least.')
  .max(500);

export const postManualJournalInput = z.object({
  institutionId: id,
  journalId: id,
  says: z.string().trim().min(3).max(200),
  /** Number or name of the evidence: receipt, memo, decision. */
  document: z.string().trim().min(1).max(80),
  valueDate: z.iso.date(),
  lines: manyLines,
});

export const reverseJournalInput = z.object({
  institutionId: id,
  journalId: id,
  reversalId: id,
  why: z.string().trim().min(3).max(160),
});

export const openingBalancesInput = z.object({
  institutionId: id,
  journalId: id,
  asOf: z.iso.date(),
  document: z.string().trim().min(1).max(80),
  lines: manyLines,
});

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Bulan ditulis 2026-03. | A month is written 2026-03.');

export const closeMonthInput = z.object({ institutionId: id, month });

export const closeBookDayInput = z.object({ institutionId: id, day: z.iso.date() });

export const shuRuleInput = z.object({
  institutionId: id,
  validFrom: z.iso.date(),
  sourceDocument: z.string().trim().min(3).max(240),
  parts: z
    .array(
      z.object({
        name: z.string().trim().min(2).max(80),
        percent: z
          .string()
          .regex(
            /^\d{1,3}(\.\d{1,4})?$/,
            'Isi angka persen, misalnya 20 atau 12,5. | Enter a percentage, for instance 20 or 12.5.',
          ),
        number: accountNumber,
        by: z.enum(['savings', 'interest']).optional(),
      }),
    )
    .min(1)
    .max(20),
});

export const distributeShuInput = z.object({
  institutionId: id,
  journalId: id,
  year: z.int().min(2000).max(2200),
  meetingDocument: z.string().trim().min(3).max(240),
});

export const countCashInput = z.object({
  institutionId: id,
  countId: id,
  accountId: id,
  pieces: z
    .array(
      z.object({
        denomination: z.int().min(100).max(100_000),
        pieces: z.int().min(1).max(100_000),
      }),
    )
    .max(11),
});

export const registerBankAccountInput = z.object({
  institutionId: id,
  bankAccountId: id,
  bank: z.string().trim().min(2).max(60),
  number: z
    .string()
    .transform((text) => text.replace(/[\s.-]/g, ''))
    .pipe(
      z
        .string()
        .regex(
          /^\d{5,24}$/,
          'Nomor rekening hanya angka, 5 sampai 24. | An account number is 5 to 24 digits.',
        ),
    ),
  holder: z.string().trim().min(2).max(120),
});

export const depositAtBankInput = z.object({
  institutionId: id,
  depositId: id,
  bankAccountId: id,
  amountRupiah: rupiah,
  slipNumber: z.string().trim().min(1).max(40),
  /** The slip photographed or scanned: a picture drawn anew and kept before, by the hash of its content. */
  photoSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullish()
    .transform((sha256) => sha256 ?? null),
});

const signedRupiah = z
  .string()
  .regex(/^-?[1-9]\d{0,14}$/)
  .transform(BigInt);
const anyRupiah = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform(BigInt)
  .nullable();

export const importStatementInput = z.object({
  institutionId: id,
  statementId: id,
  bankAccountId: id,
  fileName: z.string().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The account the file says it is of; null where it says none. */
  statedAccount: z.string().max(40).nullable().default(null),
  openingRupiah: anyRupiah,
  closingRupiah: anyRupiah,
  lines: z
    .array(
      z.object({
        onDay: z.iso.date(),
        says: z.string().max(400),
        reference: z.string().max(80).nullable(),
        amountRupiah: signedRupiah,
        balanceRupiah: anyRupiah,
      }),
    )
    .min(1)
    .max(20_000),
});

export const matchLineInput = z
  .object({
    institutionId: id,
    lineId: id,
    /** A deposit slip, or a journal that stands on the bank account; one of them. */
    depositId: id.nullable().default(null),
    journalId: id.nullable().default(null),
  })
  .refine((body) => (body.depositId === null) !== (body.journalId === null), {
    message: 'Pilih satu slip atau satu jurnal. | Choose one slip or one journal.',
    path: ['depositId'],
  });

export const bookLineInput = z.object({
  institutionId: id,
  lineId: id,
  journalId: id,
  number: accountNumber,
  says: z.string().trim().min(3).max(200),
});
