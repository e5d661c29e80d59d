import { notice, type Notice } from '#kernel/parsed.ts';
import { parseNik, type Nik, type NikContext } from '#kernel/nik.ts';

/** What can be said of a NIK while it is being typed. */
export interface TypedNik {
  /** The digits typed, without spaces and points. */
  readonly digits: string;
  /** How many are missing; negative when there are too many. */
  readonly missing: number;
  /** What is odd about it so far. Nothing here ever stops a registration. */
  readonly odd: readonly Notice[];
  /** The whole number read; null until there are 16 digits. */
  readonly nik: Nik | null;
}

/** Codes that only matter to whoever repairs a file, or that are ordinary in the field. */
const unsaid = new Set(['nik.kecamatan-differs', 'nik.century-unclear']);
const toldAtTwo = ['nik.unknown-province'];
const toldAtTwelve = [
  ...toldAtTwo,
  'nik.impossible-date',
  'nik.birth-date-differs',
  'nik.sex-differs',
];

/**
 * Checks a NIK digit by digit (docs of `parseNik`): the province as soon as two digits stand, the birth date as soon as
 * twelve do, everything else when it is whole.
 */
export function checkTypedNik(text: string, context: NikContext): TypedNik {
  const digits = text.replace(/[\s.\-\u00a0]/g, '');
  const missing = 16 - digits.length;
  if (!/^\d*$/.test(digits)) {
    const strange = notice('nik.not-digits', 'NIK hanya berisi angka.', 'A NIK has digits only.');
    return { digits, missing, odd: [strange], nik: null };
  }
  if (missing === 0) {
    const read = parseNik(digits, context);
    if (!read.ok) return { digits, missing, odd: [read.problem], nik: null };
    const odd = read.warnings.filter(({ code }) => !unsaid.has(code));
    return { digits, missing, odd, nik: read.value };
  }
  return {
    digits,
    missing,
    odd: [...lengthNotices(missing), ...early(digits, context)],
    nik: null,
  };
}

function lengthNotices(missing: number): Notice[] {
  if (missing >= 0) return [];
  return [
    notice(
      'nik.too-long',
      `NIK hanya 16 angka; ini lebih ${-missing}.`,
      `A NIK has 16 digits; this has ${-missing} too many.`,
    ),
  ];
}

/** What is already wrong although digits are missing. */
function early(digits: string, context: NikContext): Notice[] {
  if (digits.length < 2 || digits.length > 15) return [];
  const read = parseNik(digits.padEnd(16, '0'), context);
  const told = digits.length >= 12 ? toldAtTwelve : toldAtTwo;
  return read.ok ? read.warnings.filter(({ code }) => told.includes(code)) : [];
}
