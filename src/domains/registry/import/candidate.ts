import type { BusinessDate } from '#kernel/date.ts';
import type { Sex } from '#kernel/nik.ts';
import type { Phone } from '#kernel/phone.ts';
import type { Sector } from '../sector.ts';

/** Where a row says someone or something is. */
export interface CandidatePlace {
  readonly kelurahanCode: string | null;
  readonly kecamatanCode: string | null;
  /** As the file wrote it, where the kelurahan could not be told. */
  readonly text: string | null;
  readonly address: string | null;
}

export interface CandidatePerson {
  readonly name: string;
  readonly nameKey: string;
  /** 16 digits; leaves the process only sealed. */
  readonly nik: string | null;
  readonly kk: string | null;
  readonly sex: Sex | null;
  readonly bornOn: BusinessDate | null;
  readonly phone: Phone | null;
  readonly otherPhones: readonly Phone[];
}

export interface CandidateBusiness {
  readonly name: string;
  readonly nameKey: string;
  readonly product: string | null;
  readonly sector: Sector;
  readonly kbliCode: string | null;
  /** The edition its column names; 2020 where none does. */
  readonly kbliVersion?: '2025';
  readonly nib: string | null;
}

/** Values kept as the file gave them, without a column of their own: turnover, workers, legal form. */
export type CandidateFacts = Readonly<Record<string, string>>;

/** The person and business a row speaks of. */
export interface Candidate {
  readonly person: CandidatePerson;
  readonly business: CandidateBusiness | null;
  readonly place: CandidatePlace;
  readonly facts: CandidateFacts;
}

/** The same for two rows that say the same thing. It contains the NIK, so it is kept only as a keyed hash. */
export function candidateKey({ person, business, place }: Candidate): string {
  return JSON.stringify([
    person.nameKey,
    person.nik,
    person.bornOn,
    person.phone,
    business?.nameKey ?? null,
    business?.product?.toLowerCase() ?? null,
    placeToken(place.kelurahanCode, place.text),
    place.address?.toLowerCase() ?? null,
  ]);
}

/** What "the same place" means: the same kelurahan, or the same words where none is known. */
export function placeToken(kelurahanCode: string | null, text: string | null): string | null {
  if (kelurahanCode !== null) return kelurahanCode;
  const key = (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return key === '' ? null : key;
}
