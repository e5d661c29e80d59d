import { type BusinessDate, dateExists, makeDate, partsOf } from './calendar.ts';
import { notice, type Notice, type Parsed, parsed, unreadable } from './parsed.ts';
import type { PlaceCode } from './place.ts';

export type Sex = 'female' | 'male';

/** What a NIK says. It is an identifier, never the source of truth for birth date, sex or domicile. */
export interface Nik {
  /** 16 digits. */
  readonly number: string;
  /** Kecamatan of first registration, in the codes of that time. */
  readonly registeredAt: PlaceCode;
  readonly sex: Sex | undefined;
  /** Every birth date it can mean: the two-digit year fits one or two centuries; empty when no such day exists. */
  readonly birthDates: readonly BusinessDate[];
}

/** What was typed beside the number; differences become warnings. */
export interface NikContext {
  readonly birthDate?: BusinessDate | undefined;
  readonly sex?: Sex | undefined;
  readonly kecamatan?: PlaceCode | undefined;
  /** The day on which ages are counted; without it both centuries are considered. */
  readonly today?: BusinessDate | undefined;
  /** An owner of a business is expected to be at least this old. */
  readonly leastAge?: number | undefined;
}

// Kemendagri provinces, with the Papuan ones of 2022 (92–97 are in use since).
const provinces = new Set(
  [
    [11, 19],
    [21, 21],
    [31, 36],
    [51, 53],
    [61, 65],
    [71, 76],
    [81, 82],
    [91, 97],
  ].flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  ),
);

/**
 * Reads a NIK (16 digits: PPKKCC DDMMYY NNNN, day + 40 for women; spaces, points and hyphens are dropped).
 *
 * Refused only when it is not 16 digits. All else is a warning, because a NIK keeps the first place of
 * registration and does not change when a birth date or sex is corrected (Dukcapil).
 */
export function parseNik(text: string, context: NikContext = {}): Parsed<Nik> {
  const number = text.replace(/^'/, '').replace(/[\s.\-\u00a0]/g, '');
  if (/^\d[.,]?\d*e\+?\d+$/i.test(text.trim())) return roundedBySpreadsheet();
  if (!/^\d*$/.test(number)) {
    return unreadable('nik.not-digits', 'NIK hanya berisi angka.', 'A NIK has digits only.');
  }
  if (number.length !== 16) {
    return unreadable(
      'nik.wrong-length',
      `NIK harus 16 angka; ini ${number.length}. Cocokkan dengan KTP.`,
      `A NIK has 16 digits; this has ${number.length}. Compare it with the identity card.`,
    );
  }
  const nik = readParts(number, context);
  return parsed(nik, [...formWarnings(nik), ...mismatchWarnings(nik, context)]);
}

/** Shows only the first six and last two digits: `157101••••••••05`. */
export function maskNik(number: string): string {
  return `${number.slice(0, 6)}${'•'.repeat(Math.max(0, number.length - 8))}${number.slice(-2)}`;
}

function roundedBySpreadsheet(): Parsed<never> {
  return unreadable(
    'nik.rounded-by-spreadsheet',
    'Angka-angka terakhir NIK ini sudah hilang karena Excel menyimpannya sebagai bilangan. Atur kolomnya menjadi Teks (Format Sel › Teks), ketik ulang dari KTP, lalu simpan sebagai .xlsx, bukan .csv.',
    'The last digits of this NIK are gone: the spreadsheet stored it as a number. Set the column to Text (Format Cells › Text), type it again from the identity card, and save the file as .xlsx, not .csv.',
  );
}

function readParts(number: string, context: NikContext): Nik {
  const dayPart = Number(number.slice(6, 8));
  const female = dayPart > 40;
  const day = female ? dayPart - 40 : dayPart;
  return {
    number,
    registeredAt: `${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)}`,
    sex: day >= 1 && day <= 31 ? (female ? 'female' : 'male') : undefined,
    birthDates: possibleBirthDates(
      { day, month: Number(number.slice(8, 10)), year: Number(number.slice(10, 12)) },
      context,
    ),
  };
}

function possibleBirthDates(
  { day, month, year }: { day: number; month: number; year: number },
  { today, leastAge = 0 }: NikContext,
): BusinessDate[] {
  const dates = [1900 + year, 2000 + year]
    .filter((full) => dateExists(full, month, day))
    .map((full) => makeDate(full, month, day));
  if (!today) return dates;
  const alive = dates.filter(
    (date) => yearsBetween(date, today) >= 0 && yearsBetween(date, today) <= 110,
  );
  const grown = alive.filter((date) => yearsBetween(date, today) >= leastAge);
  return grown.length > 0 ? grown : alive;
}

function yearsBetween(birth: BusinessDate, on: BusinessDate): number {
  const years = partsOf(on).year - partsOf(birth).year;
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

function formWarnings(nik: Nik): Notice[] {
  const { number } = nik;
  const month = Number(number.slice(8, 10));
  const warnings: Notice[] = [];
  if (/^(\d)\1+$/.test(number)) {
    warnings.push(
      notice('nik.all-equal', 'Semua angka NIK sama.', 'All digits of the NIK are the same.'),
    );
  }
  if (!provinces.has(Number(number.slice(0, 2)))) {
    warnings.push(
      notice(
        'nik.unknown-province',
        `Awal NIK (${number.slice(0, 2)}) bukan kode provinsi.`,
        `The NIK begins with ${number.slice(0, 2)}, which is no province code.`,
      ),
    );
  }
  if (nik.sex === undefined || month < 1 || month > 12 || nik.birthDates.length === 0) {
    warnings.push(
      notice(
        'nik.impossible-date',
        'Tanggal lahir di dalam NIK tidak ada di kalender.',
        'The birth date inside the NIK is not a day of the calendar.',
      ),
    );
  } else if (nik.birthDates.length > 1) {
    warnings.push(
      notice(
        'nik.century-unclear',
        'Abad kelahiran di NIK bisa dua; tanyakan tanggal lahirnya.',
        'The NIK fits two centuries of birth; ask for the birth date.',
      ),
    );
  }
  if (number.endsWith('0000')) {
    warnings.push(
      notice(
        'nik.no-serial',
        'Empat angka terakhir NIK nol semua.',
        'The last four digits of the NIK are all zero.',
      ),
    );
  }
  return warnings;
}

function mismatchWarnings(nik: Nik, { birthDate, sex, kecamatan }: NikContext): Notice[] {
  const warnings: Notice[] = [];
  const typedDate = birthDate?.replaceAll('-', '').slice(2);
  const { number } = nik;
  if (typedDate !== undefined && typedDate !== dateInside(number)) {
    warnings.push(
      notice(
        'nik.birth-date-differs',
        'Tanggal lahir berbeda dengan NIK. Cocokkan dengan KTP; NIK bisa benar bila tanggalnya pernah diperbaiki.',
        'The birth date differs from the NIK. Compare with the identity card; the NIK may be right if the date was once corrected.',
      ),
    );
  }
  if (sex !== undefined && nik.sex !== undefined && sex !== nik.sex) {
    warnings.push(
      notice(
        'nik.sex-differs',
        'Jenis kelamin berbeda dengan NIK.',
        'The sex differs from the NIK.',
      ),
    );
  }
  if (kecamatan !== undefined && kecamatan !== nik.registeredAt) {
    warnings.push(
      notice(
        'nik.kecamatan-differs',
        'NIK didaftarkan di kecamatan lain; wajar bila orangnya pernah pindah.',
        'The NIK was registered in another kecamatan, which is normal for someone who has moved.',
      ),
    );
  }
  return warnings;
}

/** YYMMDD as the NIK carries it, without the 40 added for women. */
function dateInside(number: string): string {
  const day = Number(number.slice(6, 8));
  return (
    number.slice(10, 12) + number.slice(8, 10) + String(day > 40 ? day - 40 : day).padStart(2, '0')
  );
}
