import type { Words } from '#kernel/words.ts';

export const lackingWords = {
  title: { id: 'Siapa yang belum setuju', en: 'Who has not agreed' },
  conclusion: (count: number, lender: string): Words =>
    count === 0
      ? {
          id: `Semua anggota sudah setuju datanya dibagikan ke ${lender}.`,
          en: `Every member agrees to share with ${lender}.`,
        }
      : {
          id: `${count} anggota tidak ikut dicalonkan ke ${lender} karena belum setuju atau menarik persetujuannya.`,
          en: `${count} members are not named to ${lender}: they have not agreed, or took it back.`,
        },
  search: { id: 'Cari nama…', en: 'Search name…' },
  name: { id: 'Nama', en: 'Name' },
  group: { id: 'Kelompok', en: 'Group' },
  allGroups: { id: 'Semua kelompok', en: 'All groups' },
  place: { id: 'Kelurahan', en: 'Kelurahan' },
  phone: { id: 'Telepon', en: 'Telephone' },
  state: { id: 'Keadaan', en: 'State' },
  allStates: { id: 'Belum setuju atau menarik', en: 'Not agreed or withdrawn' },
  never: { id: 'belum setuju', en: 'not agreed' },
  withdrew: { id: 'menarik', en: 'withdrew' },
  named: { id: 'pernah dicalonkan', en: 'named before' },
  choose: { id: 'Pilih', en: 'Choose' },
  record: { id: 'Catat persetujuan yang dipilih', en: 'Record consent of those chosen' },
  recordText: {
    id: 'Bacakan kepada mereka, lalu pilih yang menjawab setuju.',
    en: 'Read it to them, then choose those who agree.',
  },
  readAloud: { id: 'Bacakan begini', en: 'Read this aloud' },
  version: (version: number): Words => ({
    id: `Naskah versi ${version}`,
    en: `Statement, version ${version}`,
  }),
  noneChosen: {
    id: 'Pilih dulu siapa yang setuju, di daftar sebelah.',
    en: 'First choose who agrees, in the list.',
  },
  done: { id: 'Persetujuan dicatat.', en: 'Consent was recorded.' },
  all: { id: 'Tidak ada yang perlu ditanya', en: 'Nobody to ask' },
  allText: {
    id: 'Semua anggota kelompok yang tampak di sini sudah setuju.',
    en: 'Every member shown here has agreed.',
  },
} satisfies Record<string, Words | ((...given: never[]) => Words)>;
