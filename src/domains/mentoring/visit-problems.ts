import { defineProblems } from '#platform/command/problem.ts';

export const visitProblems = defineProblems('mentoring', {
  unknownBusiness: {
    status: 422,
    say: (d: { count: number }) => ({
      id: `${d.count} usaha tidak ditemukan di kota ini atau sudah tutup. Muat ulang daftar kunjungan lalu kirim lagi.`,
      en: `${d.count} businesses are not in this city or have closed. Reload the list of visits and send again.`,
    }),
  },
  visitInFuture: {
    status: 422,
    field: 'doneOn',
    say: () => ({
      id: 'Tanggal kunjungan belum tiba. Catat kunjungan setelah dilakukan.',
      en: 'The day of the visit has not come yet. Record a visit after it was made.',
    }),
  },
});
