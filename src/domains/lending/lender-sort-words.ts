import type { Words } from '#kernel/words.ts';
import type { LenderSort } from './comparable-offer.ts';

export const sortWords: Readonly<Record<LenderSort, Words>> = {
  programme: { id: 'program pemerintah', en: 'government programme' },
  pnm: { id: 'PNM', en: 'PNM' },
  bank: { id: 'bank', en: 'bank' },
  bpr: { id: 'BPR', en: 'rural bank' },
  cooperative: { id: 'koperasi', en: 'cooperative' },
  'revolving-fund': { id: 'dana bergulir', en: 'revolving fund' },
  moneylender: { id: 'rentenir', en: 'moneylender' },
  other: { id: 'lainnya', en: 'other' },
};
