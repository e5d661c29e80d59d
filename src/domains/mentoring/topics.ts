import type { Words } from '#kernel/words.ts';

/** What meetings talk about: the five core fields of PLUT consulting, and what groups ask for most. */
export const meetingTopics = {
  institution: { id: 'Kelembagaan & kerja sama', en: 'Organisation and cooperation' },
  people: { id: 'Keterampilan & tenaga kerja', en: 'Skills and workers' },
  production: { id: 'Produksi & mutu', en: 'Production and quality' },
  financing: { id: 'Pembukuan & pembiayaan', en: 'Bookkeeping and finance' },
  marketing: { id: 'Pemasaran & kemasan', en: 'Marketing and packaging' },
  permits: { id: 'Perizinan: NIB, P-IRT, halal', en: 'Permits: NIB, P-IRT, halal' },
  digital: { id: 'Jualan daring & QRIS', en: 'Selling online and QRIS' },
  household: { id: 'Keuangan rumah tangga', en: 'Household money' },
  other: { id: 'Topik lain', en: 'Another topic' },
} as const satisfies Record<string, Words>;

export type MeetingTopic = keyof typeof meetingTopics;

export const topicCodes = Object.keys(meetingTopics) as MeetingTopic[];
