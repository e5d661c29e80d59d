import { defineProblems } from '#platform/command/problem.ts';

/** What the door for phones refuses before any command is looked at. The phone keeps everything it holds. */
export const syncProblems = defineProblems('sync', {
  badRequest: {
    status: 400,
    say: () => ({
      id: 'Kiriman dari HP tidak terbaca. Tidak ada yang hilang; HP akan mengirim lagi.',
      en: 'What the phone sent cannot be read. Nothing is lost; the phone sends it again.',
    }),
  },
  unknownDevice: {
    status: 401,
    say: () => ({
      id: 'HP ini tidak dikenal atau sudah dicabut. Masuk lagi di aplikasi lalu daftarkan HP ini; isian Anda tetap tersimpan di HP.',
      en: 'This phone is unknown or was revoked. Sign in to the application and enrol it again; what you entered stays on the phone.',
    }),
  },
  notSameOrigin: {
    status: 403,
    say: () => ({
      id: 'Pendaftaran HP hanya dapat dilakukan dari aplikasi ini sendiri. Buka /lapangan lalu coba lagi.',
      en: 'A phone can only be enrolled from this application itself. Open /lapangan and try again.',
    }),
  },
  notSignedIn: {
    status: 401,
    say: () => ({
      id: 'Masuk dahulu, lalu daftarkan HP ini.',
      en: 'Sign in first, then enrol this phone.',
    }),
  },
  noSuchAddress: {
    status: 404,
    say: () => ({
      id: 'Alamat ini tidak ada. Perbarui aplikasi di HP.',
      en: 'There is no such address. Update the application on the phone.',
    }),
  },
  tooOld: {
    status: 409,
    say: () => ({
      id: 'Aplikasi di HP ini terlalu lama. Hubungkan ke internet dan buka ulang agar diperbarui; isian Anda tetap tersimpan.',
      en: 'The application on this phone is too old. Go online and reopen it to update; what you entered is kept.',
    }),
  },
  tooLarge: {
    status: 413,
    say: () => ({
      id: 'Kiriman terlalu besar. HP membaginya lalu mengirim lagi; foto paling besar 5 MB.',
      en: 'Too much at once. The phone splits it and sends again; a photo may have 5 MB at most.',
    }),
  },
  photoDiffers: {
    status: 422,
    say: () => ({
      id: 'Foto yang tiba tidak sama dengan yang dikirim. HP mengirim ulang dari awal.',
      en: 'The photo that arrived is not the one that was sent. The phone sends it again from the start.',
    }),
  },
  scopeTooLarge: {
    status: 422,
    say: (d: { rows: number; most: number }) => ({
      id: `Wilayah kerja Anda ${d.rows} baris, lebih dari ${d.most} yang muat di HP. Minta koordinator membagi kelompok Anda.`,
      en: `Your area has ${d.rows} rows, more than the ${d.most} a phone holds. Ask the coordinator to divide your groups.`,
    }),
  },
  tooFast: {
    status: 429,
    say: () => ({
      id: 'HP ini mengirim terlalu sering. Tunggu sebentar; pengiriman berlanjut sendiri.',
      en: 'This phone sends too often. Wait a moment; it goes on by itself.',
    }),
  },
  busy: {
    status: 503,
    say: () => ({
      id: 'Server sedang sibuk. Tidak ada yang hilang; HP mengirim lagi sebentar lagi.',
      en: 'The server is busy. Nothing is lost; the phone sends again in a moment.',
    }),
  },
});
