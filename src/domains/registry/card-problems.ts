import { defineProblems } from '#platform/command/problem.ts';

export const cardProblems = defineProblems('registry', {
  unknownCard: {
    status: 404,
    say: () => ({
      id: 'Kartu tidak ditemukan atau sudah tidak berlaku. Muat ulang halaman kelompok lalu pilih lagi.',
      en: 'The card was not found or is no longer valid. Reload the group’s page and choose again.',
    }),
  },
});
