import { type Parsed, parsed, unreadable } from './parsed.ts';

/** Editions of the standard industrial classification; codes were re-used with other meanings between them. */
export type KbliVersion = '2017' | '2020' | '2025';

/** A line of business: always an edition and a code together (10772 is seasoning in 2020, iodised salt in 2025). */
export interface Kbli {
  readonly version: KbliVersion;
  /** Five digits. */
  readonly code: string;
}

export const kbliVersions: readonly KbliVersion[] = ['2017', '2020', '2025'];

/**
 * Reads a five-digit KBLI code of a known edition; a code of 4 digits from a number column gets its
 * leading zero back. Whether the edition has that code is a table's business, not this function's.
 */
export function parseKbli(text: string, version: KbliVersion): Parsed<Kbli> {
  const code = /^\s*'?(\d{4,5})(?:\.0)?(?:\s*[-–:.]?\s*\D.*)?\s*$/.exec(text)?.[1];
  if (code !== undefined) return parsed({ version, code: code.padStart(5, '0') });
  return unreadable(
    'kbli.not-a-code',
    'Kode KBLI terdiri dari lima angka, misalnya 10794.',
    'A KBLI code has five digits, for example 10794.',
  );
}

/** `2020:10794`, the key under which a line of business is stored and compared. */
export function kbliKey({ version, code }: Kbli): string {
  return `${version}:${code}`;
}
