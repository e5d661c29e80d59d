import { defineProblems } from '#platform/command/problem.ts';

export const breachProblems = defineProblems('registry', {
  unknownBreach: {
    status: 404,
    say: () => ({
      id: 'Insiden ini tidak ditemukan. Kembali ke daftar insiden lalu pilih lagi.',
      en: 'This incident was not found. Go back to the list of incidents and choose again.',
    }),
  },
  reachMissing: {
    status: 422,
    say: () => ({
      id: 'Pilih HP, wilayah, atau kelompok yang sesuai dengan kejadiannya.',
      en: 'Choose the phone, area or group that fits what happened.',
    }),
  },
  nobodyTouched: {
    status: 409,
    say: () => ({
      id: 'Tidak ada data orang di dalamnya, jadi tidak ada yang perlu diberi tahu. Periksa pilihannya.',
      en: 'It holds nobody’s data, so there is nobody to tell. Check what you chose.',
    }),
  },
  foundInFuture: {
    status: 422,
    field: 'foundAt',
    say: () => ({
      id: 'Jam itu belum tiba. Isi jam insiden ditemukan, paling lambat sekarang.',
      en: 'That hour has not come. Give the hour it was found, now at the latest.',
    }),
  },
  foundBeforeItHappened: {
    status: 422,
    field: 'happenedOn',
    say: () => ({
      id: 'Kejadian tidak bisa setelah ditemukan. Periksa kedua tanggalnya.',
      en: 'It cannot have happened after it was found. Check both dates.',
    }),
  },
  toldAlready: {
    status: 409,
    say: () => ({
      id: 'Pemberitahuan ini sudah dicatat. Muat ulang halaman untuk melihatnya.',
      en: 'This notice is noted already. Reload the page to see it.',
    }),
  },
  toldInFuture: {
    status: 422,
    field: 'toldAt',
    say: () => ({
      id: 'Jam itu belum tiba. Catat setelah pemberitahuannya benar-benar dikirim.',
      en: 'That hour has not come. Note it once the notice was really sent.',
    }),
  },
  toldBeforeFound: {
    status: 422,
    field: 'toldAt',
    say: () => ({
      id: 'Pemberitahuan tidak bisa dikirim sebelum insidennya ditemukan. Periksa jamnya.',
      en: 'A notice cannot be sent before the incident was found. Check the hour.',
    }),
  },
  breachWithdrawn: {
    status: 409,
    say: () => ({
      id: 'Insiden ini sudah ditarik. Bila ternyata memang terjadi, catat sebagai insiden baru.',
      en: 'This incident was taken back. If it did happen after all, write it down as a new one.',
    }),
  },
  toldStaysTold: {
    status: 409,
    say: () => ({
      id: 'Pemberitahuannya sudah dikirim, jadi insidennya tetap tercatat. Kirim surat ralat kepada yang sudah diberi tahu.',
      en: 'Notices were sent, so the incident stays. Send whoever was told a letter that corrects it.',
    }),
  },
});
