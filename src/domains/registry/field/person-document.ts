import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import type { Sector } from '../sector.ts';

/** A business as a phone carries it. */
export interface BusinessOnPhone {
  readonly id: string;
  readonly name: string;
  readonly product: string | null;
  readonly sector: Sector;
  /** `2025:10794`. */
  readonly kbli: string | null;
  readonly kelurahanCode: string | null;
  readonly address: string | null;
  readonly startedYear: string | null;
}

/** The document `person:<id>`: somebody in a mentor's care. A NIK and KK by their last four digits only. */
export interface PersonDocument {
  readonly id: string;
  readonly name: string;
  readonly state: 'provisional' | 'registered';
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: BusinessDate | null;
  readonly phone: string | null;
  readonly kelurahanCode: string | null;
  readonly address: string | null;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly nikEnd: string | null;
  readonly kkEnd: string | null;
  readonly groups: readonly string[];
  readonly businesses: readonly BusinessOnPhone[];
  /** Fields that have a value waiting to be decided. */
  readonly proposed: readonly string[];
}

/** The document `people-news`: what became of somebody's registrations and corrections, the newest first. */
export interface PeopleNewsDocument {
  readonly lines: readonly {
    readonly id: string;
    readonly on: BusinessDate;
    readonly says: Words;
    /** Whose profile it is about. */
    readonly personId: string;
  }[];
}
