import type { Words } from '#kernel/words.ts';

/** What mentoring is made of, as its tabs say it. */
const sections = {
  '/pendampingan': { id: 'Pertemuan kelompok', en: 'Group meetings' },
  '/pendampingan/kunjungan': { id: 'Kunjungan', en: 'Visits' },
  '/pendampingan/rencana': { id: 'Rencana kunjungan', en: 'Visit plan' },
  '/pendampingan/laporan': { id: 'Laporan bulanan', en: 'Monthly reports' },
} as const satisfies Record<string, Words>;

export type MentoringSection = keyof typeof sections;

/** The tabs above each of mentoring's pages; who only visits has no group meetings to look at. */
export function mentoringTabs(
  current: MentoringSection,
  { t, seesMeetings }: { t: (words: Words) => string; seesMeetings: boolean },
) {
  const open = Object.entries(sections).filter(
    ([href]) => seesMeetings || href !== '/pendampingan',
  );
  return open.map(([href, words]) => ({
    href,
    label: t(words),
    current: href === current,
  }));
}

export const sectionsLabel: Words = { id: 'Bagian pendampingan', en: 'Parts of mentoring' };
