import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { defineProblems } from '#platform/command/problem.ts';

export const consentProblems = defineProblems('registry', {
  unknownPerson: {
    status: 404,
    say: () => ({
      id: 'Orang ini tidak ada di daftar. Cari lagi dari menu Orang & usaha.',
      en: 'This person is not on the register. Search again under People & businesses.',
    }),
  },
  unknownConsent: {
    status: 404,
    say: () => ({
      id: 'Persetujuan ini tidak ditemukan. Muat ulang halaman lalu pilih lagi.',
      en: 'This consent was not found. Reload the page and choose again.',
    }),
  },
  witnessNeeded: {
    status: 422,
    field: 'witness',
    say: () => ({
      id: 'Persetujuan lisan dan cap jempol perlu saksi. Tulis nama orang yang mendengarnya.',
      en: 'Spoken consent and a thumbprint need a witness. Write the name of somebody who heard it.',
    }),
  },
  consentInFuture: {
    status: 422,
    field: 'on',
    say: () => ({
      id: 'Harinya belum tiba. Isi hari ia menyatakannya, paling lambat hari ini.',
      en: 'That day has not come. Give the day she said so, today at the latest.',
    }),
  },
  noticeTaken: {
    status: 409,
    say: (d: { version: number }) => ({
      id: `Naskah versi ${d.version} sudah diterbitkan orang lain. Muat ulang halaman, baca naskah itu, lalu putuskan apakah masih perlu yang baru.`,
      en: `Version ${d.version} of the statement was published by somebody else. Reload the page, read it, and decide whether another is needed.`,
    }),
  },
  noticeTooEarly: {
    status: 422,
    field: 'validFrom',
    say: (d: { from: BusinessDate }) => ({
      id: `Naskah baru berlaku paling cepat ${formatDate(d.from, 'id')}: sebelum itu orang sudah dibacakan naskah yang lama.`,
      en: `A new statement holds from ${formatDate(d.from, 'en')} at the earliest: before that people were read the old one.`,
    }),
  },
  unknownNotice: {
    status: 409,
    say: () => ({
      id: 'Naskah persetujuan sudah berganti. Muat ulang halaman dan bacakan naskah yang berlaku.',
      en: 'The wording of the statement has changed. Reload the page and read her the one in force.',
    }),
  },
  consentStands: {
    status: 409,
    say: (d: { name: string }) => ({
      id: `${d.name} sudah menyetujui hal ini dan belum menariknya. Tidak ada yang dicatat.`,
      en: `${d.name} has agreed to this already and has not withdrawn it. Nothing was written down.`,
    }),
  },
  alreadyWithdrawn: {
    status: 409,
    say: (d: { on: string }) => ({
      id: `Persetujuan ini sudah ditarik ${formatDate(d.on, 'id')}. Muat ulang halaman untuk melihat keadaan terakhir.`,
      en: `This consent was withdrawn on ${formatDate(d.on, 'en')}. Reload the page to see how it stands.`,
    }),
  },
  withdrawnTooEarly: {
    status: 422,
    field: 'on',
    say: (d: { given: string }) => ({
      id: `Persetujuannya baru diberikan ${formatDate(d.given, 'id')}. Isi hari itu atau sesudahnya.`,
      en: `The consent was given on ${formatDate(d.given, 'en')}. Give that day or a later one.`,
    }),
  },
});
