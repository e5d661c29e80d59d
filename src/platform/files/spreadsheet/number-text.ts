/** A number of this many digits or more has lost some: Excel keeps fifteen. */
const excelDigits = 15;

/**
 * The number as a person would type it: no exponent, no binary dust. `1.571014105900001E15` is
 * `1571014105900001`, `9.0799999999999995E-2` is `0.0908`.
 */
export function exactNumberText(raw: string): string {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(raw.trim());
  if (parts === null) return raw;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const shift = Number(exponent);
  if (fraction.length <= shift) {
    if (shift > 30) return raw;
    const digits = (whole + fraction + '0'.repeat(shift - fraction.length)).replace(
      /^0+(?=\d)/,
      '',
    );
    return (sign === '-' ? '-' : '') + digits;
  }
  // Excel itself shows fifteen digits; the rest of a fraction is binary dust. A whole part is never rounded.
  const value = Number(raw);
  const wholeDigits = whole.length + Math.max(0, shift);
  const shortest = String(
    wholeDigits > excelDigits ? value : Number(value.toPrecision(excelDigits)),
  );
  return shortest.includes('e') ? raw : shortest;
}

/** Whether a cell typed as a number stood for more digits than Excel can keep. */
export function hasLostDigits(exact: string): boolean {
  return /^-?\d+$/.test(exact) && exact.replace('-', '').length > excelDigits;
}

/**
 * An Excel day number as `YYYY-MM-DD`, or `YYYY-MM-DD HH:MM` when it carries a time. Answers undefined
 * outside 1900–9999. Day 60 is the 29 Feb 1900 that never was; days before it are one off.
 */
export function excelDateText(serial: number, epoch1904: boolean): string | undefined {
  if (!Number.isFinite(serial)) return undefined;
  const days = epoch1904 ? serial + 1462 : serial;
  if (days < 1 || days >= 2_958_466) return undefined;
  const corrected = days < 60 ? days + 1 : days;
  const minutes = Math.round(corrected * 1440);
  const instant = new Date((minutes - 25_569 * 1440) * 60_000);
  const iso = instant.toISOString();
  return minutes % 1440 === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** Whether a number format shows a date, by its code or its built-in number. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  }
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  return /[dy]/i.test(bare) || /m{3,}/i.test(bare);
}
