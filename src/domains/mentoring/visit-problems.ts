import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { defineProblems } from '#platform/command/problem.ts';

export const visitProblems = defineProblems('mentoring', {
  unknownBusiness: {
    status: 422,
    say: (d: { count: number }) => ({
      id: `${d.count} usaha tidak ditemukan di kota ini. Muat ulang daftar kunjungan lalu kirim lagi.`,
      en: `${d.count} businesses are not in this city. Reload the list of visits and send again.`,
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
  visitKept: {
    status: 409,
    say: () => ({
      id: 'Kunjungan ini sudah tercatat; yang ini tidak dicatat lagi. Buka daftar kunjungan untuk melihatnya.',
      en: 'This visit is recorded already; this one was not recorded again. Open the list of visits to see it.',
    }),
  },
  unknownPlannedVisit: {
    status: 404,
    field: 'plannedVisitId',
    say: () => ({
      id: 'Rencana kunjungan ini tidak ditemukan. Muat ulang daftar rencana lalu pilih lagi.',
      en: 'There is no such planned visit. Reload the plan and choose again.',
    }),
  },
  visitDone: {
    status: 409,
    say: () => ({
      id: 'Kunjungan ini sudah dilakukan, jadi rencananya tidak bisa diubah. Buka catatannya di daftar kunjungan.',
      en: 'This visit was made, so its plan cannot be changed. Open its record in the list of visits.',
    }),
  },
  notYourVisit: {
    status: 403,
    say: () => ({
      id: 'Ini rencana pendamping lain. Minta dia atau koordinator mengubahnya.',
      en: 'This is another mentor’s plan. Ask her or the coordinator to change it.',
    }),
  },
  movedToPast: {
    status: 422,
    field: 'to',
    say: () => ({
      id: 'Kunjungan hanya bisa dipindah ke hari ini atau sesudahnya. Pilih tanggal lain.',
      en: 'A visit can only be moved to today or later. Choose another day.',
    }),
  },
  notAMonday: {
    status: 422,
    field: 'week',
    say: () => ({
      id: 'Pekan dimulai hari Senin. Pilih tanggal hari Senin.',
      en: 'A week starts on Monday. Choose a Monday.',
    }),
  },
  weekOver: {
    status: 422,
    field: 'week',
    say: () => ({
      id: 'Hari kerja pekan ini sudah lewat. Susun rencana untuk pekan berikutnya.',
      en: 'The working days of this week are over. Plan the next week.',
    }),
  },
  weekPlanned: {
    status: 409,
    field: 'week',
    say: (d: { week: BusinessDate }) => ({
      id: `Pekan ${formatDate(d.week, 'id')} sudah punya rencana untuk pendamping ini. Pindahkan kunjungannya satu per satu bila perlu.`,
      en: `The week of ${formatDate(d.week, 'en')} is planned already for this mentor. Move its visits one by one if needed.`,
    }),
  },
  notAMentor: {
    status: 422,
    field: 'mentorId',
    say: () => ({
      id: 'Pengguna ini tidak punya wilayah pendampingan pada pekan itu. Pilih pendamping dari daftar.',
      en: 'This user has no area to mentor in that week. Choose a mentor from the list.',
    }),
  },
});
