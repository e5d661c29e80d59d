import type { Words } from '#kernel/words.ts';

/** What a weekly meeting talks about, in the order in which meetings take them up. */
export const topics = {
  bookkeeping: { id: 'Catatan uang masuk dan keluar', en: 'Writing down money in and out' },
  pricing: { id: 'Menghitung harga jual', en: 'Working out a selling price' },
  hygiene: { id: 'Kebersihan dan kemasan', en: 'Hygiene and packaging' },
  permits: { id: 'NIB, P-IRT, dan halal', en: 'NIB, P-IRT and halal' },
  selling: { id: 'Berjualan lewat ponsel', en: 'Selling by phone' },
  saving: { id: 'Menabung dan dana darurat', en: 'Saving and an emergency fund' },
  lenders: { id: 'Mengenali pinjaman yang mahal', en: 'Recognising expensive loans' },
  together: { id: 'Kerja sama dan tanggung renteng', en: 'Working together and joint liability' },
  health: { id: 'Kesehatan keluarga', en: 'Family health' },
  other: { id: 'Lainnya', en: 'Something else' },
} as const satisfies Record<string, Words>;

export type TopicCode = keyof typeof topics;
export const topicCodes = Object.keys(topics) as [TopicCode, ...TopicCode[]];

/** The topic after the last one, so that a group goes through all of them; the first for a new group. */
export function nextTopic(last: string | null): TopicCode {
  const usual = topicCodes.filter((code) => code !== 'other');
  const at = usual.findIndex((code) => code === last);
  return usual[(at + 1) % usual.length] ?? topicCodes[0];
}
