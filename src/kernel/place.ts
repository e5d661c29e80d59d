import { type Parsed, parsed, unreadable } from './parsed.ts';

/**
 * A region in the scheme of the Ministry of Home Affairs (Kemendagri): `15`, `15.71`, `15.71.01` or
 * `15.71.01.1001`. Never without its points: the same digits are another region in the BPS scheme.
 */
export type PlaceCode = string;

export type PlaceLevel = 'province' | 'city' | 'kecamatan' | 'kelurahan';

const levels: readonly PlaceLevel[] = ['province', 'city', 'kecamatan', 'kelurahan'];
const pattern = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

export function isPlaceCode(text: unknown): text is PlaceCode {
  return typeof text === 'string' && pattern.test(text);
}

/** Reads a Kemendagri code. Bare digits are refused: `3174` is Jakarta Selatan here and Jakarta Barat at BPS. */
export function parsePlaceCode(text: string): Parsed<PlaceCode> {
  const bare = text.trim();
  if (isPlaceCode(bare)) return parsed(bare);
  if (/^\d{4,10}$/.test(bare)) {
    return unreadable(
      'place.scheme-unknown',
      'Tulis kode wilayah Kemendagri dengan titik, misalnya 15.71.01; tanpa titik bisa berarti kode BPS.',
      'Write the Kemendagri region code with points, such as 15.71.01; without them it may be a BPS code.',
    );
  }
  return unreadable(
    'place.not-a-code',
    'Bukan kode wilayah Kemendagri. Contoh kecamatan: 15.71.01.',
    'Not a Kemendagri region code. A kecamatan looks like 15.71.01.',
  );
}

export function placeLevel(code: PlaceCode): PlaceLevel {
  return levels[code.split('.').length - 1] ?? 'kelurahan';
}

/** The region one level up; nothing above a province. */
export function parentPlace(code: PlaceCode): PlaceCode | undefined {
  const end = code.lastIndexOf('.');
  return end < 0 ? undefined : code.slice(0, end);
}

/** The part of a code at a level; nothing when the code is of a higher level. */
export function placeAt(code: PlaceCode, level: PlaceLevel): PlaceCode | undefined {
  const parts = code.split('.');
  const length = levels.indexOf(level) + 1;
  return parts.length < length ? undefined : parts.slice(0, length).join('.');
}

/** Whether a region lies in another, or is it. */
export function isWithin(code: PlaceCode, area: PlaceCode): boolean {
  return code === area || code.startsWith(`${area}.`);
}

/** Kelurahan are numbered from 1001, desa from 2001. */
export function isUrbanWard(code: PlaceCode): boolean {
  return placeLevel(code) === 'kelurahan' && code.slice(-4, -3) === '1';
}
