import type { Words } from '#kernel/words.ts';
import { defineProblems } from '#platform/command/problem.ts';

export const caseProblems = defineProblems('voice', {
  unknownCase: {
    status: 404,
    say: () => ({
      id: 'Temuan ini tidak ditemukan di kota ini. Kembali ke daftar lalu pilih lagi.',
      en: 'There is no such case in this city. Go back to the list and choose again.',
    }),
  },
  unknownDepartment: {
    status: 422,
    field: 'departmentId',
    say: () => ({
      id: 'Perangkat daerah ini tidak dikenal atau sudah tidak berlaku. Pilih dari daftar.',
      en: 'This department is not known or no longer exists. Choose one from the list.',
    }),
  },
  dueInThePast: {
    status: 422,
    field: 'dueOn',
    say: () => ({
      id: 'Batas jawaban sudah lewat. Pilih hari ini atau sesudahnya.',
      en: 'The due date has passed. Choose today or later.',
    }),
  },
  notAnswered: {
    status: 409,
    say: () => ({
      id: 'Belum ada jawaban tertulis, jadi belum bisa ditutup. Tulis jawabannya dulu.',
      en: 'There is no written answer yet, so it cannot be closed. Write the answer first.',
    }),
  },
  notAssigned: {
    status: 409,
    say: () => ({
      id: 'Belum ditugaskan kepada perangkat daerah mana pun. Tugaskan dulu, lalu jawab.',
      en: 'It is not assigned to any department yet. Assign it first, then answer.',
    }),
  },
  wrongStep: {
    status: 409,
    say: (d: { state: Words }) => ({
      id: `Langkah ini tidak bisa sekarang: keadaannya "${d.state.id}". Muat ulang halaman untuk melihat riwayatnya.`,
      en: `This step is not possible now: its state is "${d.state.en}". Reload the page to see its history.`,
    }),
  },
});
