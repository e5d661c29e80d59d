import { defineProblems } from '#platform/command/problem.ts';

/** Refusals about people registered on the spot, and about what two people say of one profile. */
export const fieldProblems = defineProblems('registry', {
  markNeeded: {
    status: 422,
    field: 'consent.mark',
    say: () => ({
      id: 'Belum ada tanda tangan atau cap jempol. Minta ia membubuhkannya, atau pilih lisan dan tulis saksinya.',
      en: 'There is no signature or thumbprint. Ask for it, or choose spoken consent and name the witness.',
    }),
  },
  unknownReading: {
    status: 409,
    say: (d: { version: number }) => ({
      id: `Naskah persetujuan versi ${d.version} tidak dikenal. Perbarui aplikasi, bacakan naskah yang berlaku, lalu kirim lagi.`,
      en: `Version ${d.version} of the statement is not known. Update the app, read out the one in force, and send again.`,
    }),
  },
  alreadyRegistered: {
    status: 409,
    say: () => ({
      id: 'Pendaftaran ini sudah ada dengan isi lain. Batalkan yang ini, lalu perbaiki datanya dari profil orangnya.',
      en: 'This registration is here already with other contents. Discard this one, and correct the details on her profile.',
    }),
  },
  pairsFirst: {
    status: 409,
    say: (d: { name: string }) => ({
      id: `Masih ada orang yang mirip dengan ${d.name}. Putuskan dulu pasangannya.`,
      en: `Somebody still looks like ${d.name}. Decide that pair first.`,
    }),
  },
  pairWaits: {
    status: 409,
    say: (d: { one: string; other: string }) => ({
      id: `${d.one} dan ${d.other} masih menunggu putusan; tidak ada yang perlu ditarik kembali.`,
      en: `${d.one} and ${d.other} still wait to be decided; there is nothing to take back.`,
    }),
  },
  pairWentOver: {
    status: 409,
    say: (d: { one: string; other: string }) => ({
      id: `Catatan sementara ${d.one} sudah melebur ke ${d.other} dan tidak bisa dipisahkan lagi. Bila keliru, daftarkan orangnya sekali lagi.`,
      en: `The provisional record of ${d.one} went over into ${d.other} and cannot be taken out again. If that was wrong, register her once more.`,
    }),
  },
  notProvisional: {
    status: 409,
    say: (d: { name: string }) => ({
      id: `${d.name} sudah bukan data sementara. Muat ulang halaman untuk melihat keadaannya.`,
      en: `${d.name} is no longer provisional. Reload the page to see how it stands.`,
    }),
  },
  ownRegistration: {
    status: 403,
    say: () => ({
      id: 'Anda sendiri yang mencatatnya. Minta petugas lain yang memeriksa.',
      en: 'You wrote this down yourself. Ask another officer to look at it.',
    }),
  },
  unknownPair: {
    status: 404,
    say: () => ({
      id: 'Pasangan ini tidak ada di daftar tinjauan. Muat ulang daftarnya.',
      en: 'This pair is not on the review list. Reload the list.',
    }),
  },
  pairDecided: {
    status: 409,
    say: (d: { by: string }) => ({
      id: `Pasangan ini sudah diputuskan ${d.by}. Lanjutkan ke yang berikut.`,
      en: `${d.by} has decided this pair already. Go on to the next.`,
    }),
  },
  reasonNeeded: {
    status: 422,
    field: 'reason',
    say: () => ({
      id: 'Tulis alasannya dalam satu kalimat, supaya orang lain mengerti keputusan ini.',
      en: 'Give the reason in a sentence, so that others understand this decision.',
    }),
  },
  unknownProposal: {
    status: 404,
    say: () => ({
      id: 'Usulan perubahan ini tidak ada. Muat ulang daftarnya.',
      en: 'This proposed change is not there. Reload the list.',
    }),
  },
  proposalDecided: {
    status: 409,
    say: (d: { by: string }) => ({
      id: `Usulan ini sudah diputuskan ${d.by}.`,
      en: `${d.by} has decided this proposal already.`,
    }),
  },
  unknownBusiness: {
    status: 404,
    say: () => ({
      id: 'Usaha ini tidak ada di daftar. Cari lagi dari menu Orang & usaha.',
      en: 'This business is not on the register. Search again under People & businesses.',
    }),
  },
  unreadableValue: {
    status: 422,
    say: (d: { says: { id: string; en: string } }) => d.says,
  },
  standsAlready: {
    status: 422,
    field: 'value',
    say: () => ({
      id: 'Itu yang sudah tercatat. Tulis yang benar bila ada yang berbeda.',
      en: 'That is what is on record. Write what it should be where it differs.',
    }),
  },
  correctionWaits: {
    status: 409,
    say: () => ({
      id: 'Perubahan isian ini sudah diusulkan dan menunggu petugas. Tanyakan kepada pendamping bila mendesak.',
      en: 'A change of this was proposed and waits for an officer. Ask your mentor if it is urgent.',
    }),
  },
});
