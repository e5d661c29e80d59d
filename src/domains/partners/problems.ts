import { defineProblems } from '#platform/command/problem.ts';

export const partnerProblems = defineProblems('partners', {
  codeTaken: {
    status: 409,
    field: 'code',
    say: (d: { code: string }) => ({
      id: `Kode "${d.code}" sudah dipakai lembaga lain di kota ini. Pilih kode lain.`,
      en: `The code "${d.code}" belongs to another institution of this city. Choose another.`,
    }),
  },
  noLender: {
    status: 404,
    field: 'institutionId',
    say: () => ({
      id: 'Lembaga pemberi pinjaman tidak ditemukan. Pilih lagi dari daftar lembaga.',
      en: 'The lender was not found. Choose it again from the list.',
    }),
  },
  booksDoNotFit: {
    status: 422,
    field: 'books',
    say: () => ({
      id: 'Jenis lembaga ini tidak dapat dibukukan dengan cara itu. Bank, BPR, dan PNM memegang bukunya sendiri; perangkat daerah tidak meminjamkan.',
      en: 'This kind of institution cannot have its books kept that way. Banks, BPRs and PNM keep their own; departments do not lend.',
    }),
  },
});
