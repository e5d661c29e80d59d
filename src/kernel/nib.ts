import { type Parsed, parsed, unreadable } from './parsed.ts';

/** A business identification number: 13 digits, no checksum (PP 28/2025 art. 206). */
export type Nib = string;

/** Reads a NIB; spaces, points and hyphens are dropped. Refused unless it is 13 digits. */
export function parseNib(text: string): Parsed<Nib> {
  const digits = text
    .replace(/^'/, '')
    .replace(/^nib[\s.:]*/i, '')
    .replace(/[\s.\-\u00a0]/g, '');
  if (/^\d{13}$/.test(digits)) return parsed(digits);
  if (/^\d+$/.test(digits)) {
    return unreadable(
      'nib.wrong-length',
      `NIB harus 13 angka; ini ${digits.length}. Izin lama (IUMK) punya kolom sendiri.`,
      `A NIB has 13 digits; this has ${digits.length}. An old permit (IUMK) has its own column.`,
    );
  }
  return unreadable('nib.not-digits', 'NIB hanya berisi angka.', 'A NIB has digits only.');
}
