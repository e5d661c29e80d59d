import { defineProblems } from '#platform/command/problem.ts';

export const invitationProblems = defineProblems('programmes', {
  nobodyToInvite: {
    status: 409,
    field: 'mostDecile',
    say: () => ({
      id: 'Tidak ada yang memenuhi aturan ini: miskin menurut daftar, punya usaha, dan belum pernah dilayani. Longgarkan desil atau wilayahnya, atau baca daftar desil lebih dulu.',
      en: 'Nobody meets this rule: poor by the list, with a business, never served. Widen the deciles or the area, or read a list of deciles first.',
    }),
  },
  seedUsed: {
    status: 409,
    field: 'seed',
    say: () => ({
      id: 'Benih ini sudah dipakai undian lain. Tulis benih yang baru, mis. nomor surat undangannya.',
      en: 'This seed was used by another draw. Write a new one, such as the number of the letter.',
    }),
  },
  heldInPast: {
    status: 422,
    field: 'heldOn',
    say: () => ({
      id: 'Hari kegiatannya sudah lewat. Isi hari ini atau sesudahnya.',
      en: 'That day is over. Give today or a later day.',
    }),
  },
});
