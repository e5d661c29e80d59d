import type { PlaceIndex } from '../place-matching.ts';
import { looksLikeAddress, looksLikeBusiness, looksLikePerson } from './cell-words.ts';

/** What the filled cells of a column have in common: for each look, the share of cells that have it, 0 to 1. */
export interface CellLooks {
  readonly filled: number;
  readonly nik: number;
  readonly phone: number;
  readonly date: number;
  /** Dates on which somebody now between fifteen and ninety may be born. */
  readonly birth: number;
  /** Days as a spreadsheet numbers them, from 1927 to 2036: a number of five figures under a heading that asks for a date. */
  readonly serial: number;
  readonly sex: number;
  readonly nib: number;
  readonly kbli: number;
  readonly email: number;
  readonly number: number;
  readonly words: number;
  readonly person: number;
  readonly business: number;
  readonly address: number;
  readonly kecamatan: number;
  readonly kelurahan: number;
  /** 1, 2, 3 …: a column that only counts rows. */
  readonly counting: number;
  /** How varied the values are: 1 when all differ. */
  readonly variety: number;
}

const month = '(?:jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|des|dec)\\w*';
const dateLook = new RegExp(
  `^(?:.{2,30},\\s*)?(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\s*[-/. ]\\s*(?:\\d{1,2}|${month})\\s*[-/. ]\\s*\\d{2,4})(?: \\d\\d:\\d\\d)?$`,
  'i',
);
/** A year of four figures from 1930 to 2012, or one of two figures at the end. */
const birthYear = /\b(?:19[3-9]\d|200\d|201[0-2])\b|[-/. ](?:[3-9]\d|0\d|1[0-2])$/;
const digits = (text: string) => text.replace(/[\s.\-']/g, '');

const looks: Readonly<Record<string, (text: string) => boolean>> = {
  // A spreadsheet shows a NIK it took for a number as 1.57101E+15: the column is one of NIK all the same.
  nik: (text) => /^\d{15,17}$/.test(digits(text)) || /^\d[.,]?\d*e\+?1[4-6]$/i.test(text),
  phone: (text) => /^(?:(?:\+?62|0)?8[1-9]\d{6,10}|0[2-7]\d{6,10})(?:\D.*)?$/.test(digits(text)),
  date: (text) => dateLook.test(text),
  birth: (text) => dateLook.test(text) && birthYear.test(text),
  serial: (text) => /^[1-4]\d{4}$/.test(text),
  sex: (text) => /^(?:l|p|lk|pr|m|f|w|laki.?laki|pria|wanita|perempuan|male|female)$/i.test(text),
  nib: (text) => /^\d{13}$/.test(digits(text)),
  kbli: (text) => /^\d{5}$/.test(digits(text)),
  email: (text) => /^\S+@\S+\.\S+$/.test(text),
  number: (text) => /^(?:rp\.?\s*)?\d[\d.,\s]*(?:,-)?$/i.test(text),
  words: (text) => /\p{L}{2}/u.test(text),
};

/** Looks at up to 300 filled cells. */
export function lookAtCells(texts: readonly string[], places: PlaceIndex): CellLooks {
  const sample = texts.filter((text) => text !== '' && text !== '-').slice(0, 300);
  const share = (has: (text: string) => boolean) =>
    sample.length === 0 ? 0 : sample.filter(has).length / sample.length;
  const isPlace = (level: 'kecamatan' | 'kelurahan') => (text: string) =>
    text.length <= 60 && ['exact', 'spelling'].includes(places.find(text, level).kind);
  const numbers = sample.map(Number);
  const steps = numbers.filter((value, at) => at > 0 && value === numbers[at - 1]! + 1).length;
  return {
    filled: sample.length,
    nik: share(looks.nik!),
    phone: share(looks.phone!),
    date: share(looks.date!),
    serial: share(looks.serial!),
    sex: share(looks.sex!),
    nib: share(looks.nib!),
    kbli: share(looks.kbli!),
    email: share(looks.email!),
    birth: share(looks.birth!),
    number: share(looks.number!),
    words: share(looks.words!),
    person: share(looksLikePerson),
    business: share(looksLikeBusiness),
    address: share(looksLikeAddress),
    kecamatan: share(isPlace('kecamatan')),
    kelurahan: share(isPlace('kelurahan')),
    counting: sample.length < 2 ? 0 : steps / (sample.length - 1),
    variety: sample.length === 0 ? 0 : new Set(sample).size / sample.length,
  };
}
