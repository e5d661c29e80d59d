import { defineProblems } from '#platform/command/problem.ts';

export const businessProblems = defineProblems('registry', {
  dayToCome: {
    status: 422,
    say: () => ({
      id: 'Harinya belum tiba. Isi paling lambat hari ini.',
      en: 'That day has not come yet. Choose today at the latest.',
    }),
  },
  yearToCome: {
    status: 422,
    field: 'year',
    say: () => ({ id: 'Tahunnya belum tiba.', en: 'That year has not come yet.' }),
  },
  pairGone: {
    status: 409,
    say: (d: { name: string }) => ({
      id: `${d.name} sudah disatukan dengan usaha lain atau ditutup. Muat ulang daftarnya, lalu lanjutkan ke pasangan berikut.`,
      en: `${d.name} has been joined to another business or closed. Reload the list and go on to the next pair.`,
    }),
  },
  laterPairFirst: {
    status: 409,
    say: (d: { one: string; other: string }) => ({
      id: `${d.other} sendiri sudah disatukan dengan usaha lain. Tarik kembali putusan itu dulu, baru yang ini.`,
      en: `${d.other} was itself joined to another business since. Take that decision back first, then this one.`,
    }),
  },
  licenceEndsBefore: {
    status: 422,
    field: 'validTo',
    say: () => ({
      id: 'Izin ini berakhir sebelum terbit. Periksa kedua tanggalnya.',
      en: 'The licence ends before it was issued. Check both dates.',
    }),
  },
  notANib: {
    status: 422,
    field: 'number',
    say: () => ({ id: 'NIB terdiri dari 13 angka.', en: 'A NIB has 13 digits.' }),
  },
  licenceKnown: {
    status: 409,
    field: 'number',
    say: () => ({
      id: 'Izin dengan nomor ini sudah tercatat di usaha ini.',
      en: 'The licence with this number is recorded for this business already.',
    }),
  },
  ownerKnown: {
    status: 409,
    field: 'personId',
    say: (d: { name: string }) => ({
      id: `${d.name} sudah tercatat sebagai pemilik atau pengelola usaha ini.`,
      en: `${d.name} is recorded as an owner or manager of this business already.`,
    }),
  },
  tooMuchOwned: {
    status: 422,
    field: 'sharePercent',
    say: (d: { left: number }) => ({
      id: `Bagian yang tersisa paling banyak ${d.left} %. Pemilik pertama menyimpan sedikitnya 1 %.`,
      en: `At most ${d.left} % is left. The first owner keeps 1 % at least.`,
    }),
  },
  unknownOwner: {
    status: 404,
    say: () => ({
      id: 'Pemilik ini tidak ditemukan, atau sudah berakhir. Muat ulang halaman.',
      en: 'This owner was not found, or has ended already. Reload the page.',
    }),
  },
  farFromCity: {
    status: 422,
    field: 'latitude',
    say: (d: { km: number }) => ({
      id: `Titik ini ${d.km} km di luar kota. Periksa lintang dan bujurnya: mungkin tertukar.`,
      en: `This point is ${d.km} km outside the city. Check latitude and longitude: they may be exchanged.`,
    }),
  },
  unknownKelurahan: {
    status: 422,
    field: 'kelurahanCode',
    say: () => ({
      id: 'Kelurahan ini tidak ada di kota ini. Pilih dari daftar.',
      en: 'This city has no such kelurahan. Choose from the list.',
    }),
  },
  premisesEndEarly: {
    status: 409,
    say: () => ({
      id: 'Tempat ini sudah berakhir, atau baru dipakai sesudah hari itu. Muat ulang halaman dan periksa tanggalnya.',
      en: 'This place has ended already, or was taken later than that. Reload the page and check the day.',
    }),
  },
  photoKnown: {
    status: 409,
    field: 'photo',
    say: () => ({
      id: 'Foto ini sudah ada di usaha ini.',
      en: 'This photograph is kept with this business already.',
    }),
  },
  tooManyPhotos: {
    status: 422,
    field: 'photo',
    say: (d: { most: number }) => ({
      id: `Satu usaha menyimpan paling banyak ${d.most} foto. Hapus yang sudah tidak berlaku dulu.`,
      en: `A business keeps at most ${d.most} photographs. Remove those that no longer hold first.`,
    }),
  },
  unknownPhoto: {
    status: 404,
    say: () => ({
      id: 'Foto ini tidak ada lagi. Muat ulang halaman.',
      en: 'This photograph is no longer here. Reload the page.',
    }),
  },
});
