/**
 * Reads an amount written as a plain decimal in a currency's units, such as `50000` or `1250.75`, into its
 * smallest units. Also whole JSON numbers, which say one thing only.
 *
 * @param digits decimals of the currency, 0 for rupiah
 * @returns undefined for separators (`1.000.000`, `1,000`), more decimals than the currency has, exponents,
 *   numbers with a fraction, and anything else that is not an amount
 */
export function readAmount(value: unknown, digits: number): bigint | undefined {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? BigInt(value) * 10n ** BigInt(digits) : undefined;
  if (typeof value !== 'string') return undefined;
  const match = /^(-?)(\d{1,18})(?:\.(\d+))?$/.exec(value);
  if (!match) return undefined;
  const [, sign, whole = '', written = ''] = match;
  const fraction = written.replace(/0+$/, '');
  if (fraction.length > digits) return undefined;
  // With one group of three after the point, nobody can tell thousands from thousandths.
  if (written.length === 3 && digits < 3) return undefined;
  const amount = BigInt(whole + fraction.padEnd(digits, '0'));
  return sign === '-' ? -amount : amount;
}

/** Smallest units → a decimal string in the currency's units, always with its decimals: 125075 → `1250.75`. */
export function writeAmount(amount: bigint, digits: number): string {
  if (digits === 0) return amount.toString();
  const size = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  return `${amount < 0n ? '-' : ''}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}
