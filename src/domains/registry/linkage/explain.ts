import type { Words } from '#kernel/words.ts';
import { differs, missing, sameLevel, type FieldKind } from './field-kind.ts';

/** How far two records agree in one field, as a pair keeps it. */
export interface Ground {
  readonly field: FieldKind;
  readonly level: number;
}

const fieldWords: Readonly<Record<FieldKind, Words>> = {
  name: { id: 'nama', en: 'name' },
  'full-name': { id: 'nama', en: 'name' },
  'birth-date': { id: 'tanggal lahir', en: 'birth date' },
  sex: { id: 'jenis kelamin', en: 'sex' },
  phone: { id: 'telepon', en: 'telephone' },
  'national-id': { id: 'NIK', en: 'NIK' },
  address: { id: 'alamat', en: 'address' },
  'house-number': { id: 'nomor rumah', en: 'house number' },
  place: { id: 'kelurahan', en: 'kelurahan' },
  postcode: { id: 'kode pos', en: 'postcode' },
  email: { id: 'surel', en: 'e-mail' },
  text: { id: 'usaha', en: 'business' },
  category: { id: 'golongan', en: 'category' },
};

/** What lies between the same and different, where a plain "alike" would say too little. */
const between: Partial<Record<FieldKind, Readonly<Record<number, Words>>>> = {
  'full-name': {
    5: { id: 'sama dengan ejaan atau urutan lain', en: 'the same in another spelling or order' },
    4: { id: 'beda satu-dua huruf', en: 'a letter or two apart' },
    3: { id: 'yang satu bagian dari yang lain', en: 'one is part of the other' },
    2: { id: 'sebagian sama', en: 'partly the same' },
  },
  'birth-date': {
    6: { id: 'hari dan bulan tertukar', en: 'day and month exchanged' },
    5: { id: 'beda satu angka', en: 'one digit apart' },
    4: { id: 'dua dari hari, bulan, tahun sama', en: 'two of day, month and year the same' },
    3: { id: 'berdekatan', en: 'close together' },
    2: { id: 'berdekatan', en: 'close together' },
  },
  phone: { 3: { id: 'beda satu angka', en: 'one digit apart' } },
  'national-id': { 4: { id: 'beda satu angka', en: 'one digit apart' } },
};

const same: Words = { id: 'sama', en: 'the same' };
const other: Words = { id: 'berbeda', en: 'different' };
const alike: Words = { id: 'mirip', en: 'alike' };

/**
 * Whether what agrees is what a family shares, a telephone and an address, while the sex differs and so does the name:
 * husband and wife are no pair for anybody to decide.
 */
export function speaksOfFamily(grounds: readonly Ground[]): boolean {
  const levelOf = (asked: FieldKind) => grounds.find(({ field }) => field === asked)?.level;
  const nik = levelOf('national-id');
  return (
    levelOf('sex') === differs &&
    levelOf('full-name') !== sameLevel['full-name'] &&
    nik !== sameLevel['national-id']
  );
}

/** The reason of a pair in plain words: what agrees first, then what contradicts; what one of them lacks is not told. */
export function explainPair(grounds: readonly Ground[]): Words {
  const told = grounds
    .filter(({ level }) => level !== missing)
    .sort((one, two) => Number(one.level === differs) - Number(two.level === differs))
    .map(({ field, level }) => {
      const how =
        level === sameLevel[field]
          ? same
          : level === differs
            ? other
            : (between[field]?.[level] ?? alike);
      const what = fieldWords[field];
      return { id: `${what.id} ${how.id}`, en: `${what.en} ${how.en}` };
    });
  return {
    id: told.map(({ id }) => id).join('; '),
    en: told.map(({ en }) => en).join('; '),
  };
}
