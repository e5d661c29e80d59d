import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { consentProblems } from './consent-problems.ts';

/** What people are asked to agree to; each is agreed to and withdrawn by itself. */
export const consentPurposes = {
  programme: { id: 'Ikut program', en: 'Taking part in the programme' },
  'share-with-lender': { id: 'Dibagikan ke lembaga keuangan', en: 'Sharing with lenders' },
  photo: { id: 'Foto', en: 'Photographs' },
  catalogue: { id: 'Katalog', en: 'The catalogue' },
} as const satisfies Record<string, Words>;

export type ConsentPurpose = keyof typeof consentPurposes;
export const consentPurposeNames = Object.keys(consentPurposes) as ConsentPurpose[];

/** How she said so. `import` came with a file that a partner vouches for; `own-page` she did herself, with her PIN. */
export const consentChannels = {
  written: { id: 'tanda tangan', en: 'signature' },
  thumbprint: { id: 'cap jempol', en: 'thumbprint' },
  spoken: { id: 'lisan', en: 'spoken' },
  import: { id: 'dari berkas impor', en: 'from an imported file' },
  'own-page': { id: 'di halamannya sendiri', en: 'on her own page' },
} as const satisfies Record<string, Words>;

export type ConsentChannel = keyof typeof consentChannels;

/** Channels in which somebody else writes down what she said. */
export const heardChannels = [
  'written',
  'thumbprint',
  'spoken',
] as const satisfies readonly ConsentChannel[];

export type HeardChannel = (typeof heardChannels)[number];

/** Without a signature somebody else must have heard it (UU 27/2022 art. 24: the controller shows that consent was given). */
export function needsWitness(channel: HeardChannel): boolean {
  return channel !== 'written';
}

/**
 * Whether an answer may be written down.
 *
 * @throws Refusal witness-needed, consent-in-future
 */
export function checkGiven(
  given: { channel: HeardChannel; witness: string | null; givenOn: BusinessDate },
  today: BusinessDate,
): void {
  if (given.givenOn > today) throw consentProblems.consentInFuture();
  if (needsWitness(given.channel) && given.witness === null) throw consentProblems.witnessNeeded();
}

/** A consent as a withdrawal meets it. */
export interface StandingConsent {
  readonly givenOn: BusinessDate;
  readonly withdrawnOn: BusinessDate | null;
}

/**
 * Whether a consent may be withdrawn on a day. It may always be, without a reason (UU 27/2022 art. 9); only not twice,
 * not before it was given and not ahead of time.
 *
 * @throws Refusal already-withdrawn, withdrawn-too-early, consent-in-future
 */
export function checkWithdrawal(
  consent: StandingConsent,
  on: BusinessDate,
  today: BusinessDate,
): void {
  if (consent.withdrawnOn !== null)
    throw consentProblems.alreadyWithdrawn({ on: consent.withdrawnOn });
  if (on > today) throw consentProblems.consentInFuture();
  if (on < consent.givenOn) throw consentProblems.withdrawnTooEarly({ given: consent.givenOn });
}
