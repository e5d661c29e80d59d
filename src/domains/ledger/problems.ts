import { defineProblems } from '#platform/command/problem.ts';

export const ledgerProblems = defineProblems('ledger', {
  doesNotBalance: {
    status: 409,
    say: () => ({
      id: 'Jurnal tidak seimbang, jadi tidak dibukukan. Laporkan kejadian ini kepada pengelola sistem.',
      en: 'The journal does not balance, so it was not posted. Report this to the operator.',
    }),
  },
  foreignAccount: {
    status: 409,
    say: () => ({
      id: 'Ada akun yang bukan milik buku ini. Muat ulang halaman lalu pilih lagi.',
      en: 'An account does not belong to this book. Reload the page and choose again.',
    }),
  },
  dayClosed: {
    status: 409,
    say: () => ({
      id: 'Hari pembukuan itu sudah ditutup. Bukukan pada hari yang masih terbuka; tanggal nilai boleh mundur.',
      en: 'That business day is closed. Post on an open day; the value date may lie in the past.',
    }),
  },
  dayNotOver: {
    status: 422,
    field: 'day',
    say: (d: { day: string }) => ({
      id: `Tanggal ${d.day} belum tiba. Tutup buku paling jauh sampai hari ini.`,
      en: `${d.day} has not come yet. Close the books up to today at most.`,
    }),
  },
  dayNotBegun: {
    status: 409,
    say: (d: { day: string }) => ({
      id: `Penutupan tanggal ${d.day} belum dimulai. Mulai tutup hari dari awal.`,
      en: `The close of ${d.day} has not begun. Start the day close from its beginning.`,
    }),
  },
  booksDiffer: {
    status: 409,
    say: (d: { difference: string }) => ({
      id: `Buku tidak bisa ditutup: ada saldo yang tidak sama dengan jurnalnya (${d.difference}). Jalankan naik verify dan laporkan kepada pengelola sistem.`,
      en: `The books cannot be closed: a balance differs from its journals (${d.difference}). Run naik verify and report it to the operator.`,
    }),
  },
  alreadyReversed: {
    status: 409,
    say: () => ({
      id: 'Jurnal ini sudah pernah dibatalkan. Buka riwayatnya untuk melihat pembatalannya.',
      en: 'This journal was already reversed. Open its history to see the reversal.',
    }),
  },
  overdrawn: {
    status: 409,
    say: () => ({
      id: 'Saldo tidak cukup: jumlahnya melebihi yang ada di akun. Periksa jumlah lalu coba lagi.',
      en: 'The balance is too small: the amount is more than the account holds. Check the amount and try again.',
    }),
  },
  noBook: {
    status: 404,
    say: () => ({
      id: 'Pembukuan lembaga ini tidak dikelola di sini. Pilih lembaga yang bukunya dikelola di sini.',
      en: 'This institution’s books are not kept here. Choose one whose books are.',
    }),
  },
  bookExists: {
    status: 409,
    field: 'code',
    say: (d: { code: string }) => ({
      id: `Lembaga ini sudah punya buku di sini, atau kode "${d.code}" sudah dipakai. Periksa lembaganya atau pilih kode lain.`,
      en: `This institution already has books here, or the code "${d.code}" is taken. Check the institution or choose another code.`,
    }),
  },
  opensInFuture: {
    status: 422,
    field: 'openedOn',
    say: (d: { openedOn: string }) => ({
      id: `Tanggal buka buku ${d.openedOn} belum tiba. Isi tanggal hari ini atau sebelumnya.`,
      en: `The opening date ${d.openedOn} has not come yet. Enter today or an earlier date.`,
    }),
  },
});
