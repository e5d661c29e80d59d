import type { Words } from '#kernel/words.ts';
import type { NoNikWhy, TurnoverBand } from './registration-input.ts';

/** Why a NIK was not written down, as one answers in a yard. */
export const noNikWords: Readonly<Record<NoNikWhy, Words>> = {
  'not-with-her': { id: 'KTP tidak dibawa', en: 'the card is not with her' },
  'no-card': { id: 'belum punya KTP', en: 'has no identity card' },
  unreadable: { id: 'angkanya tidak terbaca', en: 'the digits cannot be read' },
  'not-wanted': { id: 'tidak mau menyebutkan', en: 'does not want to say' },
};

/** Sales of a month, for somebody who keeps no books. */
export const turnoverBandWords: Readonly<Record<TurnoverBand, Words>> = {
  'under-1m': { id: 'di bawah Rp 1 juta', en: 'under Rp 1 million' },
  '1m-5m': { id: 'Rp 1–5 juta', en: 'Rp 1–5 million' },
  '5m-25m': { id: 'Rp 5–25 juta', en: 'Rp 5–25 million' },
  'over-25m': { id: 'di atas Rp 25 juta', en: 'over Rp 25 million' },
};
