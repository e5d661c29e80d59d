import { formatDate } from '#kernel/date.ts';
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
  templateExists: {
    status: 409,
    field: 'kind',
    say: (d: { lender: string }) => ({
      id: `${d.lender} sudah punya templat berkas ini. Ubah lewat halaman templatnya; perubahan perlu orang kedua.`,
      en: `${d.lender} has a template of this file already. Change it on its template page; a change needs a second person.`,
    }),
  },
  templateTooEarly: {
    status: 409,
    field: 'validFrom',
    say: (d: { from: string }) => ({
      id: `Versi terakhir berlaku mulai ${formatDate(d.from, 'id')}. Isi hari itu atau sesudahnya.`,
      en: `The last version holds from ${formatDate(d.from, 'en')}. Give that day or a later one.`,
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
