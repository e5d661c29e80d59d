import { defineProblems } from '#platform/command/problem.ts';

export const registerProblems = defineProblems('registry', {
  unknownCity: {
    status: 404,
    say: (d: { city: string }) => ({
      id: `Kode ${d.city} bukan kabupaten atau kota dalam daftar Kemendagri. Periksa kodenya, misalnya 15.71.`,
      en: `The code ${d.city} is no regency or city in the Kemendagri list. Check it; it looks like 15.71.`,
    }),
  },
  nikTaken: {
    status: 409,
    say: () => ({
      id: 'Ada NIK yang sudah terdaftar di kota ini, jadi tidak ada yang disimpan. Pakai menu Impor agar orang yang sama dikenali.',
      en: 'A NIK is already registered in this city, so nothing was saved. Use the import, which recognises people who are here.',
    }),
  },
  unknownPlaces: {
    status: 422,
    say: () => ({
      id: 'Ada kelurahan yang tidak dikenal di kota ini. Muat wilayah kota dulu, atau perbaiki kodenya.',
      en: 'A kelurahan is not known in this city. Load the regions of the city first, or correct the code.',
    }),
  },
});
