import { z } from 'zod';
import { caseText, caseTopic } from '#domains/voice/input.ts';
import { denominations } from './cash.ts';
import { topicCodes } from './topics.ts';

const id = z.uuid();
const largest = 999_999_999_999n;

/** Whole rupiah, as digits: a JSON number would lose its last digits. */
const rupiah = z
  .union([z.string().regex(/^\d{1,12}$/), z.number().int().min(0), z.bigint()])
  .transform((digits) => BigInt(digits))
  .refine(
    (amount) => amount >= 0n && amount <= largest,
    'Jumlahnya di luar batas. | The amount is out of bounds.',
  );

const positiveRupiah = rupiah.refine(
  (amount) => amount > 0n,
  'Jumlahnya harus lebih dari nol. | The amount must be above zero.',
);

const line = z.object({
  personId: id,
  presence: z.enum(['present', 'absent', 'excused']),
  /** Why she is not there, or why she pays less. */
  reason: z.string().trim().max(200).nullable().default(null),
  repaymentRupiah: rupiah,
  /** Which lender gets how much of it, for somebody who borrows from several; absent, today's instalments come first. */
  perLender: z
    .array(z.object({ institutionId: id, amountRupiah: rupiah }))
    .max(10)
    .optional(),
  savingsRupiah: rupiah,
});

const cover = z.object({
  obligorId: id,
  payerId: id,
  /** The lender whose instalment is covered; absent, the one at which both answer for each other. */
  institutionId: id.optional(),
  amountRupiah: positiveRupiah,
});

/** What a member pays back to peers who covered her; without a creditor, in the order the group agreed on. */
const claim = z.object({
  debtorId: id,
  creditorId: id.optional(),
  amountRupiah: positiveRupiah,
});

/** What a member would like to borrow in the next cycle. */
const application = z.object({
  personId: id,
  amountRupiah: positiveRupiah,
  purpose: z.string().trim().min(3).max(200),
});

/** A receipt whose QR was shown before the server had the sheet; its number follows. */
const receipt = z.object({
  personId: id,
  /** Whose receipt it is; absent for somebody who hands money to one institution. */
  institutionId: id.optional(),
  id,
  /** 16 random bytes, base64url: the last sign carries two bits. */
  token: z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/),
});

const problem = z.object({
  topic: caseTopic,
  text: caseText,
  /** Whose problem it is; null for the whole group's. */
  personId: id.nullable().default(null),
  departmentId: id,
  dueOn: z.iso.date(),
});

const counted = z.object({
  denomination: z.union(denominations.map((value) => z.literal(value))),
  pieces: z.number().int().min(1).max(100_000),
});

/** The whole sheet of a meeting, as one command sends it. */
export const closeMeetingInput = z.object({
  meetingId: id,
  /** Every member of the group, present or not. */
  lines: z.array(line).min(1).max(200),
  /** Who pays for whom, in the order in which the group agreed that they are paid back. */
  covers: z.array(cover).max(200).default([]),
  coversAgreed: z.boolean().default(false),
  topicCode: z.enum(topicCodes).nullable().default(null),
  topicNote: z.string().trim().max(500).default(''),
  problems: z.array(problem).max(10).default([]),
  claims: z.array(claim).max(200).default([]),
  applications: z.array(application).max(200).default([]),
  /** Made on the phone; absent, they are made here. */
  receipts: z.array(receipt).max(200).optional(),
  /** SHA-256 of each photo, uploaded before or later. */
  photos: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(6)
    .default([]),
  count: z
    .array(counted)
    .max(denominations.length)
    .default([])
    .refine(
      (count) => new Set(count.map((one) => one.denomination)).size === count.length,
      'Satu pecahan ditulis dua kali. | A denomination stands there twice.',
    ),
});

export type SheetBody = z.output<typeof closeMeetingInput>;
export type SheetLine = SheetBody['lines'][number];
export type SheetCover = SheetBody['covers'][number];
export type SheetClaim = SheetBody['claims'][number];
export type SheetApplication = SheetBody['applications'][number];
export type SheetReceipt = NonNullable<SheetBody['receipts']>[number];
export type SheetProblem = SheetBody['problems'][number];
export type CountedCash = SheetBody['count'][number];
