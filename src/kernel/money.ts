import { type Parsed, parsed, unreadable } from './parsed.ts';
import type { Lang } from './words.ts';

/** Whole rupiah. Never a float, never cents. */
export type Rupiah = bigint;

/** The largest amount a person may type: Rp 999 trillion, far under what the database holds. */
export const largestRupiah: Rupiah = 999_999_999_999_999n;

/** `2500000n` → `Rp 2.500.000` (Indonesian) or `Rp 2,500,000` (English); negative with a minus sign. */
export function formatRupiah(amount: Rupiah, lang: Lang = 'id'): string {
  return amount < 0n ? `−Rp ${groupDigits(-amount, lang)}` : `Rp ${groupDigits(amount, lang)}`;
}

/** A whole number in groups of three digits, as people here write it. */
export function groupDigits(number: bigint | number, lang: Lang = 'id'): string {
  const text = String(number);
  const digits = text.startsWith('-') ? text.slice(1) : text;
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, lang === 'id' ? '.' : ',');
  return text.startsWith('-') ? `−${grouped}` : grouped;
}

const multipliers: Readonly<Record<string, bigint>> = {
  rb: 1_000n,
  ribu: 1_000n,
  jt: 1_000_000n,
  juta: 1_000_000n,
  miliar: 1_000_000_000n,
  milyar: 1_000_000_000n,
};

/**
 * Reads an amount as Indonesians write it: `2500000`, `2.500.000`, `Rp 2.500.000,-`, `2.500.000,00`,
 * `2,5 juta`, `500 ribu`.
 *
 * Refused: fractions of a rupiah, negative amounts, more than {@link largestRupiah}, and separators that
 * can be read in two ways, such as `1,000` (one or one thousand) and `1,000.50`. A file known to be
 * written the English way is read with `thousands: ','`.
 */
export function parseRupiah(text: string, thousands: '.' | ',' = '.'): Parsed<Rupiah> {
  const bare = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(rp\.?|idr)\s*/, '')
    .replace(/,-+$/, '');
  if (bare === '') return unreadable('money.empty', 'Jumlah belum diisi.', 'The amount is empty.');
  if (/^[-−(]/.test(bare)) {
    return unreadable(
      'money.negative',
      'Jumlah tidak boleh minus.',
      'The amount cannot be negative.',
    );
  }
  const spoken = /^(\d{1,6})(?:,(\d{1,3}))? ?(rb|ribu|jt|juta|miliar|milyar)$/.exec(bare);
  const amount = spoken ? spokenAmount(spoken) : writtenAmount(bare, thousands);
  if (typeof amount !== 'bigint') return amount;
  if (amount > largestRupiah) {
    return unreadable(
      'money.too-large',
      'Jumlah terlalu besar. Periksa banyaknya angka nol.',
      'The amount is too large. Check the number of zeros.',
    );
  }
  return parsed(amount);
}

function spokenAmount([, whole = '', fraction = '', unit = '']: string[]): Rupiah {
  const multiplier = multipliers[unit] ?? 1n;
  // Three decimals of the smallest unit, a thousand, are still whole rupiah.
  return BigInt(whole) * multiplier + (BigInt(fraction.padEnd(3, '0')) * multiplier) / 1000n;
}

function writtenAmount(text: string, thousands: '.' | ','): Rupiah | Parsed<never> {
  const decimal = thousands === '.' ? ',' : '.';
  const [whole = '', fraction, ...rest] = text.split(decimal);
  const plain = /^\d+$/.test(whole);
  const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+$`).test(whole);
  if (rest.length > 0 || (!plain && !grouped)) {
    return /^[\d.,\s]+$/.test(text) ? ambiguous(text) : notAnAmount();
  }
  if (fraction !== undefined && !/^0{1,2}$/.test(fraction)) {
    return /^\d{1,2}$/.test(fraction)
      ? withCents()
      : /^[\d.,]*$/.test(fraction)
        ? ambiguous(text)
        : notAnAmount();
  }
  return BigInt(whole.replaceAll(thousands, ''));
}

function ambiguous(text: string): Parsed<never> {
  return unreadable(
    'money.ambiguous',
    `"${text}" bisa dibaca dua cara. Tulis tanpa pemisah, atau dengan titik tiap tiga angka: 2.500.000.`,
    `"${text}" can be read in two ways. Write it without separators, or with a point every three digits: 2.500.000.`,
  );
}

function notAnAmount(): Parsed<never> {
  return unreadable(
    'money.not-an-amount',
    'Bukan jumlah uang. Tulis angka saja, misalnya 2.500.000.',
    'Not an amount of money. Write digits only, for example 2.500.000.',
  );
}

function withCents(): Parsed<never> {
  return unreadable(
    'money.has-cents',
    'Jumlah harus rupiah penuh, tanpa sen.',
    'The amount must be whole rupiah, without cents.',
  );
}

export function sum(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

export function smaller(a: Rupiah, b: Rupiah): Rupiah {
  return a < b ? a : b;
}

export function larger(a: Rupiah, b: Rupiah): Rupiah {
  return a > b ? a : b;
}

/**
 * Splits an amount into parts that differ by at most Rp 1 and add up exactly; the first parts bear the
 * remainder.
 *
 * @param parts how many, at least 1
 * @throws RangeError when parts is not a positive whole number
 */
export function splitEvenly(total: Rupiah, parts: number): Rupiah[] {
  if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError(`cannot split into ${parts}`);
  const count = BigInt(parts);
  const share = total / count;
  const remainder = total % count;
  const step = remainder < 0n ? -1n : 1n;
  const bearers = Number(remainder * step);
  return Array.from({ length: parts }, (_, index) => (index < bearers ? share + step : share));
}

/**
 * Division rounded to the nearest whole number, a tie to the even one (banker's rounding), so that many
 * roundings do not drift.
 *
 * @throws RangeError when dividing by zero
 */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero');
  if (denominator < 0n) return divideHalfEven(-numerator, -denominator);
  let quotient = numerator / denominator;
  let remainder = numerator % denominator;
  if (remainder < 0n) {
    quotient -= 1n;
    remainder += denominator;
  }
  const twice = remainder * 2n;
  const up = twice > denominator || (twice === denominator && quotient % 2n !== 0n);
  return up ? quotient + 1n : quotient;
}

/** Nearest multiple, a tie to the even multiple. @param multiple at least 1 */
export function roundToMultiple(amount: Rupiah, multiple: Rupiah): Rupiah {
  return divideHalfEven(amount, multiple) * multiple;
}
