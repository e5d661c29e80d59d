import type { KeyedSealer, Sealer } from '#platform/secrets/sealing.ts';
import type { Candidate } from '../../import/candidate.ts';
import type { BlindHash } from '../../import/judge-rows.ts';

/** A cell that holds what may be a NIK or KK: sealed, with its last four digits for people to know it by. */
export interface SealedCell {
  readonly s: string;
  readonly l: string;
}

export type StoredCell = string | SealedCell;

const identityNumber = /^\d{15,17}$/;

/** A cell as it is stored: text, or sealed when it holds an identity number. */
export function sealCell(text: string, sealer: Sealer): StoredCell {
  const digits = text.replace(/[\s.\-'\u00a0]/g, '');
  if (!identityNumber.test(digits)) return text.replaceAll('\u0000', '');
  return { s: sealer.seal(text).toString('base64'), l: digits.slice(-4) };
}

export function openCell(cell: StoredCell, sealer: Sealer): string {
  return typeof cell === 'string' ? cell : sealer.open(Buffer.from(cell.s, 'base64'));
}

/** What a person sees of a cell: a sealed number only by its end. */
export function shownCell(cell: StoredCell): string {
  return typeof cell === 'string' ? cell : `••••••••••••${cell.l}`;
}

/** An identity number of a candidate as it is stored. */
export interface SealedNumber {
  readonly sealed: string;
  readonly lastFour: string;
}

/** A candidate as it is stored: its NIK and KK sealed. */
export interface StoredCandidate {
  readonly person: Omit<Candidate['person'], 'nik' | 'kk'>;
  readonly nik: SealedNumber | null;
  readonly kk: SealedNumber | null;
  readonly business: Candidate['business'];
  readonly place: Candidate['place'];
  readonly facts: Candidate['facts'];
  /** Whether applying the row registers the business. */
  readonly addsBusiness: boolean;
  /** The earlier row of the file that brings the same person, when it does. */
  readonly sameAsRow: number | null;
}

export function sealNumber(number: string | null, sealer: Sealer): SealedNumber | null {
  if (number === null) return null;
  return {
    sealed: sealer.seal(number).toString('hex'),
    lastFour: number.slice(-4),
  };
}

/** A stored candidate as the file gave it. */
export function openCandidate({ nik, kk, ...stored }: StoredCandidate, sealer: Sealer): Candidate {
  const open = (number: SealedNumber | null) =>
    number && sealer.open(Buffer.from(number.sealed, 'hex'));
  return { ...stored, person: { ...stored.person, nik: open(nik), kk: open(kk) } };
}

export function blindHash(sealer: KeyedSealer): BlindHash {
  return {
    nik: (number) => sealer.blindIndex(number).toString('hex'),
    row: (key) => sealer.blindIndex(`row ${key}`).toString('hex'),
  };
}
