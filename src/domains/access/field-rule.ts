import type { Words } from '#kernel/words.ts';
import type { Json, Place } from '#platform/command/command.ts';

/** Why somebody must look at what came from the field. */
export const reviewKinds = {
  'two-marks': { id: 'Dicatat dua kali', en: 'Recorded twice' },
  'look-alike-money': { id: 'Uang yang tampak sama', en: 'Money that looks the same' },
  proposal: { id: 'Usulan perubahan', en: 'A proposed change' },
  'impossible-step': { id: 'Langkah yang tidak mungkin lagi', en: 'A step no longer possible' },
  quarantined: { id: 'Isi berbeda dari yang diterima', en: 'Not what was received before' },
} as const satisfies Record<string, Words>;

export type ReviewKind = keyof typeof reviewKinds;

export const fieldFlags = {
  'clock-skew': { id: 'Jam HP meleset', en: 'The phone’s clock is off' },
  'closed-period': { id: 'Untuk hari yang sudah ditutup', en: 'For a day already closed' },
  'look-alike-money': { id: 'Uang yang tampak sama', en: 'Money that looks the same' },
} as const satisfies Record<string, Words>;

export type FieldFlag = keyof typeof fieldFlags;

/** One fact on both sides: what the city has, and what came; null where a side says nothing. */
export interface ReviewFact {
  readonly label: Words;
  readonly first: Words | null;
  readonly second: Words | null;
}

/** What a reviewer is shown. `first` is what the city has, `second` what came from the field. */
export interface ReviewSides {
  readonly says: Words;
  readonly firstBy: string;
  readonly facts: readonly ReviewFact[];
  /** Where it belongs, for who reviews it. */
  readonly place: Place;
  readonly subject: { readonly kind: string; readonly id: string };
  /** What changes when the field's side counts, as its domain reads it again; absent where nothing would. */
  readonly remedy?: Json;
}

/** Something applied and yet worth a look. */
export interface Noticed {
  readonly flag: FieldFlag;
  /** With sides, a review is opened; without, the flag alone stands on the command. */
  readonly review?: { readonly kind: ReviewKind } & ReviewSides;
}
