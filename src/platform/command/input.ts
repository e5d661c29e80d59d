import { isBusinessDate, parseDate } from '#kernel/date.ts';
import { isId } from '#kernel/id.ts';
import { parseRupiah, largestRupiah } from '#kernel/money.ts';
import type { Parsed } from '#kernel/parsed.ts';
import { cleanLines, cleanText } from '#kernel/text.ts';
import { z } from 'zod';

/**
 * Schema parts that commands share. What people read of a schema's message is `Indonesian | English`;
 * the command path splits it.
 */
function message(id: string, en: string): string {
  return `${id} | ${en}`;
}

/** An id made by the caller: a UUIDv7. */
export const idInput = z
  .string()
  .refine(
    isId,
    message('Pengenal tidak sah. Muat ulang halaman.', 'Not a valid id. Reload the page.'),
  );

/** Whole rupiah as JSON carries it: digits only, no sign, up to Rp 999 trillion. */
export const rupiahInput = z
  .string()
  .regex(
    /^(0|[1-9]\d{0,14})$/,
    message('Jumlah harus rupiah penuh.', 'The amount must be whole rupiah.'),
  )
  .transform((text) => BigInt(text))
  .refine((amount) => amount <= largestRupiah);

/** As {@link rupiahInput}, and more than zero. */
export const positiveRupiahInput = rupiahInput.refine(
  (amount) => amount > 0n,
  message('Jumlah harus lebih dari nol.', 'The amount must be more than zero.'),
);

/** An amount as a person types it in a form: `Rp 2.500.000`, `2,5 juta`. */
export const typedRupiahInput = z
  .string()
  .transform((text, ctx) => valueOr(parseRupiah(text), ctx));

/** A day that exists, `YYYY-MM-DD`, as JSON and date fields carry it. */
export const businessDateInput = z
  .string()
  .refine(
    isBusinessDate,
    message('Tanggal tidak ada di kalender.', 'There is no such day in the calendar.'),
  );

/** A date as a person or a file writes it. */
export const typedDateInput = z.string().transform((text, ctx) => valueOr(parseDate(text), ctx));

/** One clean line of text. */
export function lineInput(longest: number, shortest = 1) {
  return z.string().transform(cleanText).pipe(lengthBetween(shortest, longest));
}

/** Several clean lines of text. */
export function linesInput(longest: number, shortest = 0) {
  return z.string().transform(cleanLines).pipe(lengthBetween(shortest, longest));
}

function lengthBetween(shortest: number, longest: number) {
  return z
    .string()
    .min(
      shortest,
      message(`Tulis paling sedikit ${shortest} huruf.`, `Write at least ${shortest} characters.`),
    )
    .max(longest, message(`Paling banyak ${longest} huruf.`, `At most ${longest} characters.`));
}

/** SHA-256 of a file's content, lower-case hexadecimal. */
export const sha256Input = z.string().regex(/^[0-9a-f]{64}$/);

function valueOr<T>(read: Parsed<T>, ctx: z.RefinementCtx): T {
  if (read.ok) return read.value;
  ctx.addIssue({ code: 'custom', message: message(read.problem.says.id, read.problem.says.en) });
  return z.NEVER;
}
