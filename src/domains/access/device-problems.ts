import { defineProblems } from '#platform/command/problem.ts';

/** Refusals about phones, what they hand in, and what is reviewed of it. */
export const deviceProblems = defineProblems('access', {
  alreadyNoted: {
    status: 409,
    say: () => ({
      id: 'Catatan dari HP ini sudah diterima dengan jawaban lain. Kirim ulang untuk membaca jawabannya.',
      en: 'This record from the phone was received before with another answer. Send it again to read that answer.',
    }),
  },
  repairedStands: {
    status: 409,
    say: () => ({
      id: 'Catatan yang hendak diganti ternyata sudah diterima. Buang perbaikan ini agar tidak tercatat dua kali.',
      en: 'The record this one replaces had been received after all. Discard this repair, so that it is not recorded twice.',
    }),
  },
  unknownDevice: {
    status: 404,
    say: () => ({
      id: 'HP ini tidak terdaftar, atau bukan di wilayah Anda. Muat ulang daftar HP.',
      en: 'This phone is not enrolled, or is outside your area. Reload the list of phones.',
    }),
  },
  deviceRevoked: {
    status: 409,
    say: () => ({
      id: 'HP ini sudah dicabut. Daftarkan ulang sebagai HP baru.',
      en: 'This phone was revoked. Enrol it again as a new one.',
    }),
  },
  deviceOfAnother: {
    status: 409,
    say: () => ({
      id: 'HP ini terdaftar atas nama petugas lain. Hapus data aplikasi lalu daftarkan ulang.',
      en: 'This phone is enrolled to another officer. Clear the application’s data, then enrol it again.',
    }),
  },
  tooManyDevices: {
    status: 409,
    say: (d: { most: number }) => ({
      id: `Sudah ada ${d.most} HP atas nama Anda. Cabut yang tidak dipakai di Pengaturan › HP, lalu daftarkan lagi.`,
      en: `You already have ${d.most} phones. Revoke one you no longer use under Settings › Phones, then enrol again.`,
    }),
  },
  unknownReview: {
    status: 404,
    say: () => ({
      id: 'Tinjauan ini tidak ditemukan. Muat ulang daftar tinjauan.',
      en: 'This review was not found. Reload the list of reviews.',
    }),
  },
  reviewSettled: {
    status: 409,
    say: () => ({
      id: 'Tinjauan ini sudah diselesaikan orang lain. Muat ulang daftar tinjauan.',
      en: 'Somebody else has settled this review. Reload the list of reviews.',
    }),
  },
  ownReview: {
    status: 403,
    say: () => ({
      id: 'Catatan Anda sendiri harus ditinjau orang lain. Mintalah koordinator atau petugas dinas.',
      en: 'Your own record must be reviewed by somebody else. Ask the coordinator or a department officer.',
    }),
  },
});
