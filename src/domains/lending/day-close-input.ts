import { z } from 'zod';

const id = z.uuid();

export const closeDayInput = z.object({
  bookId: id,
  day: z.iso.date(),
  /** Who pressed the button; the system itself at night. */
  askedBy: id.optional(),
  /** A smaller piece than usual, for a machine with little memory and for tests of being cut off. */
  loansAtOnce: z.int().min(1).max(500_000).optional(),
});

export const askDayCloseInput = z.object({
  bookId: id,
  /** Closes every open day until this one. */
  until: z.iso.date(),
});

const days = z.int().min(0).max(3650);

export const addGradeTableInput = z
  .object({
    tableId: id,
    /** A lender's own table; null for one of a supervisor. */
    institutionId: id.nullable(),
    lenderType: z.enum(['bank', 'bpr', 'lkm']).nullable(),
    /** Null for every instalment frequency. */
    repayUnit: z.enum(['day', 'week', 'month']).nullable(),
    validFrom: z.iso.date(),
    sourceDocument: z.string().trim().min(3).max(240),
    /** From the best grade to the worst but one; what no line takes is grade 5. */
    lines: z
      .array(
        z.object({
          grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
          mostOverdueDays: days,
          mostDaysAfterMaturity: days.nullable(),
        }),
      )
      .min(1)
      .max(4),
    provisionPercents: z
      .array(z.string().regex(/^\d{1,3}(\.\d{1,4})?$/))
      .length(5)
      .nullable(),
  })
  .refine((table) => (table.institutionId === null) !== (table.lenderType === null), {
    message:
      'Pilih satu: jenis lembaga, atau satu lembaga dengan tabelnya sendiri. | Choose one: a kind of lender, or one lender with its own table.',
    path: ['institutionId'],
  });

export type AddGradeTable = z.infer<typeof addGradeTableInput>;
