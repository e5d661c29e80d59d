import { formatDate } from '#kernel/date.ts';
import { defineProblems } from '#platform/command/problem.ts';

export const reportingProblems = defineProblems('reporting', {
  alreadyFrozen: {
    status: 409,
    say: (d: { on: string }) => ({
      id: `Angka tanggal ${formatDate(d.on, 'id')} sudah dibekukan. Bekukan lagi besok; yang lama tidak berubah.`,
      en: `The figures of ${formatDate(d.on, 'en')} are already frozen. Freeze again tomorrow; the old ones do not change.`,
    }),
  },
});
