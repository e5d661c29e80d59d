import type { Words } from '#kernel/words.ts';

export const partnerFileStates = {
  made: { id: 'dibuat', en: 'made' },
  read: { id: 'dibaca, belum diterapkan', en: 'read, not applied' },
  applied: { id: 'diterapkan', en: 'applied' },
  dropped: { id: 'dibatalkan', en: 'dropped' },
} as const satisfies Record<string, Words>;

export type PartnerFileState = keyof typeof partnerFileStates;

export const lineOutcomes = {
  new: { id: 'baru', en: 'new' },
  same: { id: 'sudah ada', en: 'known already' },
  changed: { id: 'berubah', en: 'changed' },
  unknown: { id: 'tidak dikenal', en: 'not known' },
  wrong: { id: 'salah', en: 'wrong' },
} as const satisfies Record<string, Words>;

export type LineOutcome = keyof typeof lineOutcomes;

export const leftOutReasons = {
  'no-consent': {
    id: 'belum setuju datanya dibagikan ke lembaga ini',
    en: 'has not agreed to share with this lender',
  },
  'no-nik': { id: 'NIK belum ada', en: 'no NIK' },
  waiting: {
    id: 'masih menunggu keputusan lembaga ini',
    en: 'still waits for this lender’s decision',
  },
} as const satisfies Record<string, Words>;

export type LeftOutReason = keyof typeof leftOutReasons;
