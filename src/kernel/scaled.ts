import { divideHalfEven, groupDigits } from './money.ts';
import { type Parsed, parsed, unreadable } from './parsed.ts';
import type { Lang } from './words.ts';

/**
 * An amount in the smallest unit of its own scale: with two digits, 150n is 1.50. A partner who keeps cents keeps
 * them here too; it never passes through a float.
 */
export type Scaled = bigint;

/** How one file writes its amounts. */
export interface AmountStyle {
  readonly decimal: ',' | '.';
  /** Decimal places kept, 0–4. */
  readonly digits: number;
}

/** The largest amount a file may carry, in whole units. */
const largest = 999_999_999_999n;

/**
 * Reads an amount exactly: `1.234.567,89` with a decimal comma, `1,234,567.89` with a point, either without its
 * separators of thousands, with or without `Rp`.
 *
 * Refused: negative amounts, separators out of place, and more decimals than the scale has unless they are zeros.
 */
export function parseScaled(text: string, style: AmountStyle): Parsed<Scaled> {
  const bare = text
    .replace(/[\s\u00a0\u202f]+/g, '')
    .replace(/^(?:rp\.?|idr)/i, '')
    .replace(/,-$/, '');
  if (bare === '') return unreadable('amount.empty', 'Jumlah kosong.', 'The amount is empty.');
  if (/^[-−(]/.test(bare)) {
    return unreadable(
      'amount.negative',
      `"${text}" minus; jumlah di berkas ini tidak boleh minus.`,
      `"${text}" is negative; amounts of this file cannot be.`,
    );
  }
  const thousands = style.decimal === ',' ? '.' : ',';
  const [whole = '', fraction = '', ...rest] = bare.split(style.decimal);
  const plain = /^\d+$/.test(whole);
  const grouped = new RegExp(`^\\d{1,3}(?:\\${thousands}\\d{3})+$`).test(whole);
  if (rest.length > 0 || (!plain && !grouped) || !/^\d*$/.test(fraction)) return notAnAmount(text);
  const kept = fraction.slice(0, style.digits).padEnd(style.digits, '0');
  if (/[1-9]/.test(fraction.slice(style.digits))) return tooFine(text, style.digits);
  const value = BigInt(whole.replaceAll(thousands, '') + kept);
  if (value > largest * 10n ** BigInt(style.digits)) {
    return unreadable(
      'amount.too-large',
      `"${text}" terlalu besar. Periksa tanda desimalnya.`,
      `"${text}" is too large. Check its decimal sign.`,
    );
  }
  return parsed(value);
}

function notAnAmount(text: string): Parsed<never> {
  return unreadable(
    'amount.not-an-amount',
    `"${text}" bukan jumlah menurut format berkas ini.`,
    `"${text}" is no amount by this file’s format.`,
  );
}

function tooFine(text: string, digits: number): Parsed<never> {
  return unreadable(
    'amount.too-fine',
    `"${text}" punya lebih dari ${digits} angka desimal.`,
    `"${text}" has more than ${digits} decimals.`,
  );
}

/** `123456789n` of two digits → `Rp 1.234.567,89` (Indonesian) or `Rp 1,234,567.89` (English). */
export function formatScaled(amount: Scaled, digits: number, lang: Lang = 'id'): string {
  const size = amount < 0n ? -amount : amount;
  const unit = 10n ** BigInt(digits);
  const fraction = digits > 0 ? (size % unit).toString().padStart(digits, '0') : '';
  const decimal = lang === 'id' ? ',' : '.';
  return `${amount < 0n ? '−' : ''}Rp ${groupDigits(size / unit, lang)}${fraction && decimal + fraction}`;
}

/** The same amount as a file writes it: `1234567,89`, with separators of thousands where asked. */
export function writeScaled(amount: Scaled, style: AmountStyle, grouped = false): string {
  const size = amount < 0n ? -amount : amount;
  const unit = 10n ** BigInt(style.digits);
  const fraction = style.digits > 0 ? (size % unit).toString().padStart(style.digits, '0') : '';
  const whole = grouped
    ? groupDigits(size / unit, style.decimal === ',' ? 'id' : 'en')
    : (size / unit).toString();
  return `${amount < 0n ? '-' : ''}${whole}${fraction && style.decimal + fraction}`;
}

/** An amount in another scale; to fewer digits it is rounded half-even. */
export function rescale(amount: Scaled, from: number, to: number): Scaled {
  if (to >= from) return amount * 10n ** BigInt(to - from);
  return divideHalfEven(amount, 10n ** BigInt(from - to));
}
