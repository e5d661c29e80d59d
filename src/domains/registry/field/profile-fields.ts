import { formatDate, isBusinessDate, parseDate } from '#kernel/date.ts';
import { parseKbli } from '#kernel/kbli.ts';
import { parseNik } from '#kernel/nik.ts';
import { parsed, unreadable, type Parsed } from '#kernel/parsed.ts';
import { formatPhone, parsePhone } from '#kernel/phone.ts';
import { isPlaceCode } from '#kernel/place.ts';
import { cleanText, nameKey, normaliseName } from '#kernel/text.ts';
import type { Lang, Words } from '#kernel/words.ts';
import { sectorNames, sectors } from '../sector.ts';

export type SubjectKind = 'person' | 'business';

/** One field of a profile: its name, how a typed value is read, and when two values are one. */
interface ProfileField {
  readonly label: Words;
  readonly read: (text: string) => Parsed<string>;
  /** What counts as the same value; by default the text itself. */
  readonly sameAs?: (value: string) => string;
  /** May be emptied. */
  readonly optional?: true;
}

const line = (most: number) => (text: string) => {
  const clean = cleanText(text);
  return clean.length <= most
    ? parsed(clean)
    : unreadable('text.too-long', `Paling panjang ${most} huruf.`, `At most ${most} characters.`);
};
const loosely = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const name: ProfileField = {
  label: { id: 'Nama', en: 'Name' },
  read: (text) => line(160)(normaliseName(text)),
  sameAs: nameKey,
};
const kelurahan: ProfileField = {
  label: { id: 'Kelurahan', en: 'Kelurahan' },
  read: (text) =>
    isPlaceCode(text) && text.length === 13
      ? parsed(text)
      : unreadable('place.unknown', 'Pilih kelurahannya.', 'Choose the kelurahan.'),
};
const address: ProfileField = {
  label: { id: 'Alamat', en: 'Address' },
  read: line(300),
  sameAs: loosely,
  optional: true,
};

function housingNumber(label: string): ProfileField {
  return {
    label: { id: label, en: label },
    read: (text) =>
      /^\d{1,3}$/.test(text.trim())
        ? parsed(text.trim())
        : unreadable('housing.not-a-number', `${label} berupa angka.`, `${label} is a number.`),
    sameAs: (value) => String(Number(value)),
    optional: true,
  };
}

function readYear(text: string): Parsed<string> {
  return /^(19|20)\d{2}$/.test(text.trim())
    ? parsed(text.trim())
    : unreadable(
        'year.unreadable',
        'Tulis tahunnya, misalnya 2019.',
        'Write the year, such as 2019.',
      );
}

function readBirth(text: string): Parsed<string> {
  const read = isBusinessDate(text) ? parsed(text) : parseDate(text);
  if (read.ok && read.value < '1900-01-01')
    return unreadable(
      'birth-date.impossible',
      'Tahun lahirnya tidak mungkin.',
      'That year of birth is impossible.',
    );
  return read;
}

function oneOf(values: readonly string[], says: Words) {
  return (text: string) =>
    values.includes(text) ? parsed(text) : unreadable('value.not-offered', says.id, says.en);
}

const personFields = {
  name,
  sex: {
    label: { id: 'Jenis kelamin', en: 'Sex' },
    read: oneOf(['female', 'male'], { id: 'Pilih jenis kelaminnya.', en: 'Choose the sex.' }),
  },
  bornOn: { label: { id: 'Tanggal lahir', en: 'Birth date' }, read: readBirth },
  phone: {
    label: { id: 'Telepon', en: 'Telephone' },
    read: (text: string) => parsePhone(text),
    optional: true,
  },
  kelurahanCode: kelurahan,
  address,
  rt: housingNumber('RT'),
  rw: housingNumber('RW'),
  nik: {
    label: { id: 'NIK', en: 'NIK' },
    read: (text: string) => {
      const read = parseNik(text);
      return read.ok ? parsed(read.value.number, read.warnings) : read;
    },
  },
} satisfies Record<string, ProfileField>;

const businessFields = {
  name,
  product: {
    label: { id: 'Yang dibuat atau dijual', en: 'What is made or sold' },
    read: line(160),
    sameAs: loosely,
  },
  sector: {
    label: { id: 'Bidang', en: 'Sector' },
    read: oneOf(sectors, { id: 'Pilih bidangnya.', en: 'Choose the sector.' }),
  },
  kbli: {
    label: { id: 'KBLI', en: 'KBLI' },
    // A code alone is of the edition in force; a NIB issued earlier prints one of 2020.
    read: (text: string) => {
      const version = text.startsWith('2020:') ? '2020' : '2025';
      const read = parseKbli(text.replace(/^20\d\d:/, ''), version);
      return read.ok ? parsed(`${version}:${read.value.code}`) : read;
    },
    optional: true,
  },
  kelurahanCode: kelurahan,
  address,
  startedYear: { label: { id: 'Mulai tahun', en: 'Since' }, read: readYear, optional: true },
} satisfies Record<string, ProfileField>;

export const profileFields = {
  person: personFields,
  business: businessFields,
} as const satisfies Record<SubjectKind, Record<string, ProfileField>>;

/** Values of a profile by field, as text; null where nothing is known. A NIK is never among them. */
export type ProfileValues = Readonly<Record<string, string | null>>;

export function fieldOf(kind: SubjectKind, field: string): ProfileField | null {
  const fields: Record<string, ProfileField> = profileFields[kind];
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : null;
}

/** A typed value as it is kept; null empties a field that may be empty. */
export function readProfileValue(
  kind: SubjectKind,
  field: string,
  typed: string | null,
): Parsed<string | null> {
  const known = fieldOf(kind, field);
  if (!known)
    return unreadable(
      'field.unknown',
      `Isian “${field}” tidak dikenal.`,
      `“${field}” is no field.`,
    );
  const text = cleanText(typed ?? '');
  if (text !== '') return known.read(text);
  if (known.optional) return parsed(null);
  return unreadable(
    'field.needed',
    `${known.label.id} tidak boleh dikosongkan.`,
    `${known.label.en} cannot be left empty.`,
  );
}

/** Whether two values of a field say the same. */
export function saysTheSame(
  kind: SubjectKind,
  field: string,
  values: readonly [string | null, string | null],
): boolean {
  const [one, other] = values;
  if (one === other) return true;
  if (one === null || other === null) return false;
  const key = fieldOf(kind, field)?.sameAs ?? ((value: string) => value);
  return key(one) === key(other);
}

/** A value as people read it; `placeName` tells what a kelurahan is called. */
export function showProfileValue(
  at: { kind: SubjectKind; field: string; placeName: (code: string) => string | null },
  value: string | null,
  lang: Lang,
): string {
  if (value === null) return lang === 'id' ? 'belum ada' : 'none yet';
  if (at.field === 'bornOn') return formatDate(value, lang);
  if (at.field === 'phone') return formatPhone(value);
  if (at.field === 'kelurahanCode') return at.placeName(value) ?? value;
  if (at.field === 'sex')
    return lang === 'id'
      ? value === 'male'
        ? 'Laki-laki'
        : 'Perempuan'
      : value === 'male'
        ? 'Male'
        : 'Female';
  if (at.field === 'sector')
    return sectors.some((one) => one === value)
      ? sectorNames[value as (typeof sectors)[number]][lang]
      : value;
  return value;
}
