import { defineProblems } from '#platform/command/problem.ts';

export const mergeProblems = defineProblems('registry', {
  mergeWithHerself: {
    status: 409,
    say: () => ({
      id: 'Kedua catatan ini sudah satu orang. Pilih catatan lain untuk disatukan.',
      en: 'These two records are one person already. Choose another record to join.',
    }),
  },
  alreadyMerged: {
    status: 409,
    say: (d: { name: string }) => ({
      id: `Catatan ${d.name} sudah disatukan dengan catatan lain. Pisahkan dulu, atau pakai catatan yang berlaku.`,
      en: `The record of ${d.name} has been joined to another already. Take it apart first, or use the one that stands.`,
    }),
  },
  restrictedPerson: {
    status: 409,
    say: (d: { name: string }) => ({
      id: `Data ${d.name} sedang dibatasi pemakaiannya, jadi tidak dapat disatukan. Selesaikan dulu permintaannya.`,
      en: `The data of ${d.name} is restricted and cannot be joined. Settle that request first.`,
    }),
  },
  twoNiks: {
    status: 409,
    say: (d: { one: string; other: string }) => ({
      id: `NIK keduanya berbeda (berakhir ${d.one} dan ${d.other}), jadi dua orang menurut KTP. Bila satu salah ketik, perbaiki NIK itu dulu lewat profilnya.`,
      en: `Their NIK differ (ending in ${d.one} and ${d.other}), so by their identity cards they are two people. If one was mistyped, correct it on her profile first.`,
    }),
  },
  looksLikeFamily: {
    status: 409,
    field: 'despiteFamily',
    say: (d: { one: string; other: string }) => ({
      id: `${d.one} dan ${d.other} berbeda jenis kelamin dan bisa jadi suami-istri atau sekeluarga. Bila tetap satu orang, centang pernyataannya; petugas kedua akan diminta menyetujui.`,
      en: `${d.one} and ${d.other} differ in sex and may be husband and wife or of one family. If they are one person all the same, tick the statement; a second officer will be asked to agree.`,
    }),
  },
  unknownMerge: {
    status: 404,
    say: () => ({
      id: 'Penyatuan ini tidak ada. Muat ulang halaman orangnya.',
      en: 'These records were not joined. Reload her page.',
    }),
  },
  alreadyUnmerged: {
    status: 409,
    say: (d: { by: string }) => ({
      id: `Penyatuan ini sudah dipisahkan ${d.by}.`,
      en: `${d.by} has taken these records apart already.`,
    }),
  },
  laterMergeFirst: {
    status: 409,
    say: (d: { name: string }) => ({
      id: `Sesudahnya, catatan ${d.name} disatukan lagi dengan catatan lain. Pisahkan yang terakhir dulu.`,
      en: `After this, the record of ${d.name} was joined to yet another. Take the last one apart first.`,
    }),
  },
});
