import type { Words } from '#kernel/words.ts';
import type { NoNikWhy, TurnoverBand } from './registration-input.ts';

/** Why a NIK was not written down, as one answers in a yard. */
export const noNikWords: Readonly<Record<NoNikWhy, Words>> = {
  'not-with-her': { id: 'KTP tidak dibawa', en: 'The card is not with her' },
  'no-card': { id: 'Belum punya KTP', en: 'Has no identity card' },
  unreadable: { id: 'Angkanya tidak terbaca', en: 'The digits cannot be read' },
  'not-wanted': { id: 'Tidak mau menyebutkan', en: 'Does not want to say' },
};

/** Sales of a month, for somebody who keeps no books. */
export const turnoverBandWords: Readonly<Record<TurnoverBand, Words>> = {
  'under-1m': { id: 'Di bawah Rp 1 juta', en: 'Under Rp 1 million' },
  '1m-5m': { id: 'Rp 1–5 juta', en: 'Rp 1–5 million' },
  '5m-25m': { id: 'Rp 5–25 juta', en: 'Rp 5–25 million' },
  'over-25m': { id: 'Di atas Rp 25 juta', en: 'Over Rp 25 million' },
};
