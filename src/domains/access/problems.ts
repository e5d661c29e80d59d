import { defineProblems } from '#platform/command/problem.ts';

export const accessProblems = defineProblems('access', {
  signInFailed: {
    status: 401,
    say: () => ({
      id: 'Nama pengguna, kata sandi, atau kode tidak cocok. Periksa lalu coba lagi; setelah beberapa kali gagal, tunggu 15 menit.',
      en: 'The user name, password or code does not match. Check and try again; after several failures wait 15 minutes.',
    }),
  },
  tooManyAttempts: {
    status: 429,
    say: () => ({
      id: 'Terlalu banyak percobaan. Tunggu 15 menit lalu coba lagi.',
      en: 'Too many attempts. Wait 15 minutes, then try again.',
    }),
  },
  notSignedIn: {
    status: 401,
    say: () => ({
      id: 'Anda belum masuk atau sesi sudah berakhir. Masuk lagi; isian Anda belum terkirim.',
      en: 'You are not signed in or the session has ended. Sign in again; what you entered was not sent.',
    }),
  },
  cardOrPinWrong: {
    status: 401,
    field: 'pin',
    say: () => ({
      id: 'Kartu atau PIN tidak cocok. Periksa lalu coba lagi, atau minta PIN baru kepada pendamping.',
      en: 'The card or PIN does not match. Check and try again, or ask your mentor for a new PIN.',
    }),
  },
  weakPassword: {
    status: 422,
    field: 'password',
    say: () => ({
      id: 'Kata sandi minimal 10 huruf dan bukan yang mudah ditebak. Pakailah beberapa kata.',
      en: 'The password needs at least 10 characters and must not be easy to guess. Use several words.',
    }),
  },
  currentPasswordWrong: {
    status: 422,
    field: 'currentPassword',
    say: () => ({
      id: 'Kata sandi sekarang tidak cocok. Periksa lalu coba lagi.',
      en: 'The current password does not match. Check and try again.',
    }),
  },
  codeWrong: {
    status: 422,
    field: 'code',
    say: () => ({
      id: 'Kode tidak cocok. Pastikan jam ponsel tepat, tunggu kode berikutnya, lalu coba lagi.',
      en: 'The code does not match. Check the phone’s clock, wait for the next code and try again.',
    }),
  },
  secondFactorAlreadyOn: {
    status: 409,
    say: () => ({
      id: 'Kode keamanan kedua sudah aktif untuk akun ini. Tidak ada yang perlu dilakukan.',
      en: 'The second factor is already on for this account. There is nothing to do.',
    }),
  },
  loginTaken: {
    status: 409,
    field: 'login',
    say: () => ({
      id: 'Nama pengguna ini sudah dipakai. Pilih nama lain.',
      en: 'This user name is taken. Choose another.',
    }),
  },
  unknownUser: {
    status: 404,
    say: () => ({
      id: 'Pengguna tidak ditemukan di kota ini. Kembali ke daftar pengguna lalu pilih lagi.',
      en: 'There is no such user in this city. Go back to the list of users and choose again.',
    }),
  },
  unknownSession: {
    status: 404,
    say: () => ({
      id: 'Sesi ini tidak ditemukan atau sudah berakhir. Muat ulang daftar sesi.',
      en: 'This session was not found or has ended. Reload the list of sessions.',
    }),
  },
  unknownProposal: {
    status: 404,
    say: () => ({
      id: 'Usulan tidak ditemukan. Muat ulang daftar tugas.',
      en: 'The proposal was not found. Reload the list of tasks.',
    }),
  },
  proposalDecided: {
    status: 409,
    say: (d: { state: string }) => ({
      id: `Usulan ini sudah diputuskan (${d.state}). Muat ulang daftar tugas.`,
      en: `This proposal was already decided (${d.state}). Reload the list of tasks.`,
    }),
  },
  ownProposal: {
    status: 403,
    say: () => ({
      id: 'Usulan Anda sendiri harus diputuskan oleh orang lain.',
      en: 'Your own proposal must be decided by somebody else.',
    }),
  },
  unknownCard: {
    status: 404,
    say: () => ({
      id: 'Kartu tidak ditemukan. Muat ulang halaman kelompok lalu pilih lagi.',
      en: 'The card was not found. Reload the group’s page and choose again.',
    }),
  },
  cityExists: {
    status: 409,
    say: () => ({
      id: 'Kota ini sudah ada di basis data. Pakailah yang sudah ada, atau mulai dengan map data yang kosong.',
      en: 'This city is already in the database. Use it, or start with an empty data folder.',
    }),
  },
  jobNotRetryable: {
    status: 409,
    say: () => ({
      id: 'Pekerjaan ini tidak sedang gagal, jadi tidak perlu diulang. Muat ulang daftar pekerjaan.',
      en: 'This job has not failed, so there is nothing to retry. Reload the list of jobs.',
    }),
  },
  keyNotNew: {
    status: 409,
    say: (d: { key: string }) => ({
      id: `Kunci ${d.key} sudah pernah dipakai di kota ini, atau kunci lain sedang diperkenalkan. Jalankan lagi: naik keys rotate`,
      en: `The key ${d.key} was here before in this city, or another is being introduced. Run again: naik keys rotate`,
    }),
  },
  keyNotNewest: {
    status: 409,
    say: (d: { key: string }) => ({
      id: `Kunci ${d.key} bukan yang pertama di antara kunci instalasi. Tulislah yang terbaru paling depan.`,
      en: `The key ${d.key} does not stand first among the installation’s keys. Write the newest first.`,
    }),
  },
  keyNotInForce: {
    status: 409,
    say: (d: { key: string }) => ({
      id: `Kunci ${d.key} tidak sedang dipakai di kota ini. Lihatlah: naik keys status`,
      en: `The key ${d.key} is not in use in this city. Look: naik keys status`,
    }),
  },
  keyInUse: {
    status: 409,
    say: (d: { left: number }) => ({
      id: `Masih ada ${d.left} nilai yang dikunci dengan kunci lama. Jalankan lagi: naik keys rotate`,
      en: `${d.left} values are still sealed with an earlier key. Run again: naik keys rotate`,
    }),
  },
});
